"""What the screens say: words, numbers and languages."""
