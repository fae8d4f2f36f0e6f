<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Shows the next message</source>
        <translation>Zeigt die nächste Meldung</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
</context>
<context>
    <name>CalibrationCard</name>
    <message>
        <source>Still enough</source>
        <translation>Ruhig genug</translation>
    </message>
    <message>
        <source>Moving enough</source>
        <translation>Bewegt genug</translation>
    </message>
    <message>
        <source>Calibration done</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Start calibration</source>
        <translation>Kalibrieren</translation>
    </message>
    <message>
        <source>Opens the guided calibration (C)</source>
        <translation>Öffnet die geführte Kalibrierung (C)</translation>
    </message>
    <message>
        <source>Open the guide</source>
        <translation>Anleitung öffnen</translation>
    </message>
    <message>
        <source>Before there is a knee angle: stand still, swing the leg, do a few squats. About 30 seconds.</source>
        <translation>Bevor es einen Kniewinkel gibt: still stehen, Bein schwingen, einige Kniebeugen. Etwa 30 Sekunden.</translation>
    </message>
    <message>
        <source>Check both straps and calibrate again.</source>
        <translation>Beide Bänder prüfen und neu kalibrieren.</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>{} sensors well</source>
        <translation>{} Sensoren gut</translation>
    </message>
    <message>
        <source>{} % lost</source>
        <translation>{} % verloren</translation>
    </message>
    <message>
        <source>loss cannot be seen</source>
        <translation>Verlust nicht erkennbar</translation>
    </message>
    <message>
        <source>Clocks {} ms apart</source>
        <translation>Uhren {} ms auseinander</translation>
    </message>
    <message>
        <source>{} min ago</source>
        <translation>vor {} min</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>Not recording</source>
        <translation>Keine Aufnahme</translation>
    </message>
    <message>
        <source>Recording stopped</source>
        <translation>Aufnahme beendet</translation>
    </message>
    <message>
        <source>Recording {}</source>
        <translation>Aufnahme {}</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Patient screen</source>
        <translation>Patientenbild</translation>
    </message>
    <message>
        <source>Full screen (F11)</source>
        <translation>Vollbild (F11)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Ends the set and pauses (Esc). The recording stays open.</source>
        <translation>Beendet den Satz und pausiert (Esc). Die Aufnahme läuft weiter.</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Marks this moment (space)</source>
        <translation>Markiert diesen Moment (Leertaste)</translation>
    </message>
    <message>
        <source>Space mark  ·  N note  ·  R my count  ·  P pain  ·  ← 10 s back  ·  Esc stop  ·  ? keys</source>
        <translation>Leertaste Marke  ·  N Notiz  ·  R zählen  ·  P Schmerz  ·  ← 10 s zurück  ·  Esc Stopp  ·  ? Tasten</translation>
    </message>
    <message>
        <source>Space mark  ·  R my count  ·  P pain  ·  ? keys</source>
        <translation>Leertaste Marke  ·  R zählen  ·  P Schmerz  ·  ? Tasten</translation>
    </message>
    <message>
        <source>? keys</source>
        <translation>? Tasten</translation>
    </message>
    <message>
        <source>Pain now? 0 none, 10 worst</source>
        <translation>Schmerz jetzt? 0 keiner, 10 stärkster</translation>
    </message>
    <message>
        <source>0 none, 10 worst</source>
        <translation>0 gar nicht, 10 sehr</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Pain {} of 10</source>
        <translation>Schmerz {} von 10</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>DaysStrip</name>
    <message>
        <source>Exercised on {} of the last {} days</source>
        <translation>An {} der letzten {} Tage geübt</translation>
    </message>
</context>
<context>
    <name>ExerciseCard</name>
    <message>
        <source>No exercise chosen</source>
        <translation>Keine Übung gewählt</translation>
    </message>
    <message>
        <source>Choose one under Home, or simply begin: it will be recognised.</source>
        <translation>Unter Start wählen oder einfach beginnen: sie wird erkannt.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>set {} of {}</source>
        <translation>Satz {} von {}</translation>
    </message>
    <message>
        <source>hold {} s</source>
        <translation>{} s halten</translation>
    </message>
    <message>
        <source>{} repetitions</source>
        <translation>{} Wiederholungen</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
    <message>
        <source>! not counting: the measurement is not certain</source>
        <translation>! zählt nicht: die Messung ist unsicher</translation>
    </message>
    <message>
        <source>! this looks like: {}</source>
        <translation>! sieht aus wie: {}</translation>
    </message>
    <message>
        <source>my count {}, Patella {}</source>
        <translation>selbst gezählt {}, Patella {}</translation>
    </message>
    <message>
        <source> (experimental)</source>
        <translation> (experimentell)</translation>
    </message>
</context>
<context>
    <name>ExerciseRow</name>
    <message>
        <source>Once more</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start {}</source>
        <translation>{} starten</translation>
    </message>
    <message>
        <source>done ✓</source>
        <translation>fertig ✓</translation>
    </message>
    <message>
        <source>{} of {} sets</source>
        <translation>{} von {} Sätzen</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Figures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Sätze</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Prescription</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>Sensoren</translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation>Kalibrieren</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Another exercise</source>
        <translation>Andere Übung</translation>
    </message>
    <message>
        <source>Starts the exercise chosen beside it</source>
        <translation>Startet die daneben gewählte Übung</translation>
    </message>
    <message>
        <source>Start another exercise</source>
        <translation>Andere Übung starten</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>a code, no name</source>
        <translation>nur ein Kürzel</translation>
    </message>
    <message>
        <source>Patient code, for example P-0142</source>
        <translation>Kürzel, etwa P-0142</translation>
    </message>
    <message>
        <source>Patient code</source>
        <translation>Patientenkürzel</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Neue Sitzung</translation>
    </message>
    <message>
        <source>Ends this recording and begins another for this patient</source>
        <translation>Beendet diese Aufnahme und beginnt eine neue für diesen Patienten</translation>
    </message>
    <message>
        <source>day {} of {}</source>
        <translation>Tag {} von {}</translation>
    </message>
    <message>
        <source>{} of {} sets done</source>
        <translation>{} von {} Sätzen fertig</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Mark this moment</source>
        <translation>Diesen Moment markieren</translation>
    </message>
    <message>
        <source>Mark with a note</source>
        <translation>Marke mit Notiz</translation>
    </message>
    <message>
        <source>Count a repetition myself</source>
        <translation>Selbst eine Wiederholung zählen</translation>
    </message>
    <message>
        <source>Pain score</source>
        <translation>Schmerzwert</translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation>Kalibrieren</translation>
    </message>
    <message>
        <source>10 seconds back, 10 seconds on (Review: 1 second)</source>
        <translation>10 Sekunden zurück, 10 Sekunden vor (Rückblick: 1 Sekunde)</translation>
    </message>
    <message>
        <source>Shift + ← →</source>
        <translation>Umschalt + ← →</translation>
    </message>
    <message>
        <source>Review: one repetition</source>
        <translation>Rückblick: eine Wiederholung</translation>
    </message>
    <message>
        <source>Review: a shorter or a longer stretch of the signals</source>
        <translation>Rückblick: kürzerer oder längerer Abschnitt der Signale</translation>
    </message>
    <message>
        <source>Review: I see it otherwise, as it was live, save</source>
        <translation>Rückblick: ich sehe es anders, wie es live war, sichern</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Stop: ends the set and pauses</source>
        <translation>Stopp: beendet den Satz und pausiert</translation>
    </message>
    <message>
        <source>Patient screen</source>
        <translation>Patientenbild</translation>
    </message>
    <message>
        <source>Ctrl + Z</source>
        <translation>Strg + Z</translation>
    </message>
    <message>
        <source>Undo what was done last</source>
        <translation>Das Letzte rückgängig machen</translation>
    </message>
    <message>
        <source>Alt + 1 to 6</source>
        <translation>Alt + 1 bis 6</translation>
    </message>
    <message>
        <source>Home, Live, Review, Sensors, Prescription, Settings</source>
        <translation>Start, Live, Rückblick, Sensoren, Plan, Einstellungen</translation>
    </message>
    <message>
        <source>Tab, Return</source>
        <translation>Tab, Eingabe</translation>
    </message>
    <message>
        <source>Next field, press the button</source>
        <translation>Nächstes Feld, Knopf drücken</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Diese Liste</translation>
    </message>
</context>
<context>
    <name>KneeCard</name>
    <message>
        <source>Knee flexion now</source>
        <translation>Kniebeugung jetzt</translation>
    </message>
    <message>
        <source>Knee flexion {} s ago</source>
        <translation>Kniebeugung vor {} s</translation>
    </message>
    <message>
        <source> · knee straight ✓</source>
        <translation> · Knie gestreckt ✓</translation>
    </message>
    <message>
        <source> · {}: left {} % of right</source>
        <translation> · {}: links {} % von rechts</translation>
    </message>
</context>
<context>
    <name>LatePainPanel</name>
    <message>
        <source>Pain {} of 10</source>
        <translation>Schmerz {} von 10</translation>
    </message>
    <message>
        <source>Keep this answer</source>
        <translation>Antwort behalten</translation>
    </message>
    <message>
        <source>This morning: how much does the knee hurt?</source>
        <translation>Heute früh: Wie stark schmerzt das Knie?</translation>
    </message>
    <message>
        <source>An hour later: how much does the knee hurt?</source>
        <translation>Eine Stunde danach: Wie stark schmerzt das Knie?</translation>
    </message>
    <message>
        <source>0 none, 10 worst. After {} sets, {} repetitions.</source>
        <translation>0 gar nicht, 10 sehr. Nach {} Sätzen, {} Wiederholungen.</translation>
    </message>
    <message>
        <source>! The answer could not be kept: {}</source>
        <translation>! Die Antwort ließ sich nicht behalten: {}</translation>
    </message>
    <message>
        <source>Answer kept</source>
        <translation>Antwort behalten</translation>
    </message>
</context>
<context>
    <name>LegDrawing</name>
    <message>
        <source>Leg position not known</source>
        <translation>Beinlage nicht bekannt</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
</context>
<context>
    <name>LegPanel</name>
    <message>
        <source>Leg</source>
        <translation>Bein</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>Back to live</source>
        <translation>Zurück zu live</translation>
    </message>
    <message>
        <source>Knee flexion</source>
        <translation>Kniebeugung</translation>
    </message>
    <message>
        <source>Leg lift</source>
        <translation>Beinhebung</translation>
    </message>
    <message>
        <source>thigh; shank dashed; degrees</source>
        <translation>Unterschenkel gestrichelt; Grad</translation>
    </message>
    <message>
        <source>Acceleration</source>
        <translation>Beschleunigung</translation>
    </message>
    <message>
        <source>thigh; shank dashed; g</source>
        <translation>Unterschenkel gestrichelt; g</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>today {} of {} sets</source>
        <translation>heute {} von {} Sätzen</translation>
    </message>
    <message>
        <source>Knee flexion at this moment</source>
        <translation>Kniebeugung in diesem Moment</translation>
    </message>
    <message>
        <source>degrees, last 20 s, band ± 1 SD; L left, R right</source>
        <translation>Grad, letzte 20 s, Band ± 1 SD; L links, R rechts</translation>
    </message>
    <message>
        <source>L left, R right</source>
        <translation>L links, R rechts</translation>
    </message>
    <message>
        <source>degrees</source>
        <translation>Grad</translation>
    </message>
    <message>
        <source>standing still, {} s ago; the recording goes on</source>
        <translation>angehalten, vor {} s; die Aufnahme läuft weiter</translation>
    </message>
    <message>
        <source>{} s ago</source>
        <translation>vor {} s</translation>
    </message>
    <message>
        <source>degrees, last 20 s, band ± 1 SD</source>
        <translation>Grad, letzte 20 s, Band ± 1 SD</translation>
    </message>
</context>
<context>
    <name>Loader</name>
    <message>
        <source>This recording could not be opened because of a fault in the program.</source>
        <translation>Diese Aufnahme ließ sich wegen eines Programmfehlers nicht öffnen.</translation>
    </message>
    <message>
        <source>This could not be saved because of a fault in the program.</source>
        <translation>Das konnte wegen eines Programmfehlers nicht gesichert werden.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>no patient chosen</source>
        <translation>kein Patient gewählt</translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation>Einstellungen geändert</translation>
    </message>
</context>
<context>
    <name>NextPanel</name>
    <message>
        <source>Done today</source>
        <translation>Heute geschafft</translation>
    </message>
</context>
<context>
    <name>NoteEdit</name>
    <message>
        <source>Note for this moment. Return keeps it, Esc forgets it.</source>
        <translation>Notiz zu diesem Moment. Eingabe behält, Esc verwirft.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview of the session</source>
        <translation>Überblick über die Sitzung</translation>
    </message>
</context>
<context>
    <name>PaceGuide</name>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Rückblick</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>Sensoren</translation>
    </message>
    <message>
        <source>Prescription</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Prescription in use</source>
        <translation>Plan in Gebrauch</translation>
    </message>
</context>
<context>
    <name>PainPage</name>
    <message>
        <source>How much does it hurt now?</source>
        <translation>Wie stark schmerzt es?</translation>
    </message>
    <message>
        <source>0 none, 10 worst</source>
        <translation>0 gar nicht, 10 sehr</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Pain {} of 10</source>
        <translation>Schmerz {} von 10</translation>
    </message>
    <message>
        <source>rest {}</source>
        <translation>Pause {}</translation>
    </message>
</context>
<context>
    <name>PatientScreen</name>
    <message>
        <source>Patella: patient</source>
        <translation>Patella: Patient</translation>
    </message>
    <message>
        <source>It hurts</source>
        <translation>Es tut weh</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>All done for today ✓</source>
        <translation>Für heute geschafft ✓</translation>
    </message>
    <message>
        <source>done ✓</source>
        <translation>fertig ✓</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Ready when you are</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>set {} of {}</source>
        <translation>Satz {}/{}</translation>
    </message>
</context>
<context>
    <name>PrescriptionPage</name>
    <message>
        <source>Use this prescription</source>
        <translation>Diesen Plan verwenden</translation>
    </message>
    <message>
        <source>Begin with an example</source>
        <translation>Mit einem Beispiel beginnen</translation>
    </message>
    <message>
        <source>Prescription text</source>
        <translation>Text des Plans</translation>
    </message>
    <message>
        <source>No prescription yet. Open the file the therapist sent, or write one.</source>
        <translation>Noch kein Plan. Öffnen Sie die Datei der Therapeutin oder schreiben Sie einen.</translation>
    </message>
    <message>
        <source>Prescription</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>the text that is mailed and recorded</source>
        <translation>der Text, der verschickt und aufgenommen wird</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie sichern…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Exercise to add</source>
        <translation>Übung hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Nothing written yet</source>
        <translation>Noch nichts geschrieben</translation>
    </message>
    <message>
        <source>! {} to mend</source>
        <translation>! {} zu beheben</translation>
    </message>
    <message>
        <source>✓ Can be used</source>
        <translation>✓ Verwendbar</translation>
    </message>
    <message>
        <source>! This prescription is {}&apos;s, the session is {}&apos;s. Begin a session with that code on Home first?</source>
        <translation>! Dieser Plan ist für {}, die Sitzung gehört {}. Zuerst unter Start eine Sitzung mit jenem Code beginnen?</translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation>Trotzdem verwenden</translation>
    </message>
    <message>
        <source>! The prescription could not be kept: {}</source>
        <translation>! Der Plan ließ sich nicht sichern: {}</translation>
    </message>
    <message>
        <source>✓ In use</source>
        <translation>✓ In Gebrauch</translation>
    </message>
    <message>
        <source>Open a prescription</source>
        <translation>Plan öffnen</translation>
    </message>
    <message>
        <source>! This file cannot be read as a prescription.</source>
        <translation>! Diese Datei ist nicht als Plan lesbar.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie sichern</translation>
    </message>
    <message>
        <source>! The copy could not be written: {}</source>
        <translation>! Die Kopie ließ sich nicht schreiben: {}</translation>
    </message>
</context>
<context>
    <name>RepetitionDots</name>
    <message>
        <source>{} of {} repetitions</source>
        <translation>{} von {} Wiederholungen</translation>
    </message>
</context>
<context>
    <name>RepetitionsPanel</name>
    <message>
        <source>Percent of the repetition, or seconds</source>
        <translation>Prozent der Wiederholung oder Sekunden</translation>
    </message>
    <message>
        <source>Compare with another session</source>
        <translation>Mit anderer Sitzung vergleichen</translation>
    </message>
    <message>
        <source>Compare with …</source>
        <translation>Vergleichen mit …</translation>
    </message>
    <message>
        <source>Repetitions laid over each other</source>
        <translation>Wiederholungen übereinander</translation>
    </message>
    <message>
        <source>Repetitions</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>in seconds</source>
        <translation>in Sekunden</translation>
    </message>
    <message>
        <source>in percent</source>
        <translation>in Prozent</translation>
    </message>
    <message>
        <source>Choose a set with repetitions.</source>
        <translation>Wählen Sie einen Satz mit Wiederholungen.</translation>
    </message>
    <message>
        <source>, seconds</source>
        <translation>, Sekunden</translation>
    </message>
    <message>
        <source>, % of the repetition</source>
        <translation>, % der Wiederholung</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source> · {} (dashed) {} ± {}</source>
        <translation> · {} (gestrichelt) {} ± {}</translation>
    </message>
    <message>
        <source> · the other session has no such set</source>
        <translation> · die andere Sitzung hat keinen solchen Satz</translation>
    </message>
    <message>
        <source> · symmetry index: left {} % of right</source>
        <translation> · Symmetrie: links {} % von rechts</translation>
    </message>
    <message>
        <source>n = {}, peak {} ± {}</source>
        <translation>n = {}, Spitze {} ± {}</translation>
    </message>
    <message>
        <source>, mean and SD band</source>
        <translation>, Mittel und SD-Band</translation>
    </message>
    <message>
        <source> · difference {}</source>
        <translation> · Unterschied {}</translation>
    </message>
</context>
<context>
    <name>RepetitionsTable</name>
    <message>
        <source>Repetitions</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Landings</source>
        <translation>Landungen</translation>
    </message>
    <message>
        <source>No landing yet.</source>
        <translation>Noch keine Landung.</translation>
    </message>
    <message>
        <source>No repetition yet.</source>
        <translation>Noch keine Wiederholung.</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>halten</translation>
    </message>
    <message>
        <source>return</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>shank</source>
        <translation>Untersch.</translation>
    </message>
    <message>
        <source>bend</source>
        <translation>Beugung</translation>
    </message>
    <message>
        <source>Pain {} of 10 after the last set</source>
        <translation>Schmerz {} von 10 nach dem letzten Satz</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>No stance yet.</source>
        <translation>Noch kein Stand.</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>sway</source>
        <translation>Schwanken</translation>
    </message>
    <message>
        <source>touched</source>
        <translation>aufgesetzt</translation>
    </message>
    <message>
        <source>firm ground</source>
        <translation>fester Boden</translation>
    </message>
</context>
<context>
    <name>ReviewHead</name>
    <message>
        <source>All sessions</source>
        <translation>Alle Sitzungen</translation>
    </message>
    <message>
        <source>Report, to read and print …</source>
        <translation>Bericht, zum Lesen und Drucken …</translation>
    </message>
    <message>
        <source>Table of every sample …</source>
        <translation>Tabelle aller Messwerte …</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>Sichern …</translation>
    </message>
    <message>
        <source>Report or table (E)</source>
        <translation>Bericht oder Tabelle (E)</translation>
    </message>
    <message>
        <source>version {}</source>
        <translation>Version {}</translation>
    </message>
    <message>
        <source>Back to the review</source>
        <translation>Zurück zum Rückblick</translation>
    </message>
    <message>
        <source>As it was live</source>
        <translation>Wie es live war</translation>
    </message>
    <message>
        <source>! damaged</source>
        <translation>! beschädigt</translation>
    </message>
    <message>
        <source>no gaps</source>
        <translation>keine Lücken</translation>
    </message>
    <message>
        <source>gaps: {}, {} s in all</source>
        <translation>Lücken: {}, zusammen {} s</translation>
    </message>
    <message>
        <source>gaps: {}</source>
        <translation>Lücken: {}</translation>
    </message>
    <message>
        <source>! being analysed, {}; after that the angle as it was shown</source>
        <translation>! wird ausgewertet, {}; danach der Winkel, wie er gezeigt wurde</translation>
    </message>
    <message>
        <source>! being analysed, {}</source>
        <translation>! wird ausgewertet, {}</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Opening {} …</source>
        <translation>{} wird geöffnet …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Saving, {} %</source>
        <translation>Wird gesichert, {} %</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Gesichert als {}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gesichert</translation>
    </message>
</context>
<context>
    <name>RulerBar</name>
    <message>
        <source>A bar of 100 millimetres</source>
        <translation>Ein Balken von 100 Millimetern</translation>
    </message>
</context>
<context>
    <name>ScrubBar</name>
    <message>
        <source>Position in the session</source>
        <translation>Stelle in der Sitzung</translation>
    </message>
</context>
<context>
    <name>SensorCard</name>
    <message>
        <source>Blink</source>
        <translation>Blinken</translation>
    </message>
    <message>
        <source>Lets this sensor&apos;s light blink</source>
        <translation>Lässt das Licht dieses Sensors blinken</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Akku</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Connected again</source>
        <translation>Neu verbunden</translation>
    </message>
    <message>
        <source>Beyond the range</source>
        <translation>Über dem Messbereich</translation>
    </message>
    <message>
        <source>Worn at</source>
        <translation>Getragen am</translation>
    </message>
    <message>
        <source>cannot be seen</source>
        <translation>nicht erkennbar</translation>
    </message>
    <message>
        <source>{} samples</source>
        <translation>{} Werte</translation>
    </message>
</context>
<context>
    <name>SensorsPage</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>No sensor yet. Switch both on, keep them within 5 m, and search.</source>
        <translation>Noch kein Sensor. Beide einschalten, höchstens 5 m entfernt halten und suchen.</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>Sensoren</translation>
    </message>
    <message>
        <source>clocks {} ms apart</source>
        <translation>Uhren {} ms auseinander</translation>
    </message>
    <message>
        <source>{} ms from arrival to screen</source>
        <translation>{} ms vom Empfang zum Bild</translation>
    </message>
</context>
<context>
    <name>SessionList</name>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>No recording yet. Record a session under Live; it appears here.</source>
        <translation>Noch keine Aufnahme. Nehmen Sie unter Live eine Sitzung auf; sie erscheint hier.</translation>
    </message>
    <message>
        <source>No recording fits. Search for less, or over more days.</source>
        <translation>Keine Aufzeichnung passt. Weniger suchen, oder über mehr Tage.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Knee</source>
        <translation>Knie</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Bemerkungen</translation>
    </message>
    <message>
        <source>Search: patient, day, month, left …</source>
        <translation>Suchen: Patient, Tag, Monat, links …</translation>
    </message>
    <message>
        <source>Search the recordings</source>
        <translation>Die Aufzeichnungen durchsuchen</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>Alle Tage</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Over how many days</source>
        <translation>Über wie viele Tage</translation>
    </message>
</context>
<context>
    <name>SessionStrip</name>
    <message>
        <source>Session so far</source>
        <translation>Sitzung bisher</translation>
    </message>
    <message>
        <source>{} {} of {}</source>
        <translation>{} {} von {}</translation>
    </message>
    <message>
        <source>Sets and marks appear here.</source>
        <translation>Sätze und Marken erscheinen hier.</translation>
    </message>
    <message>
        <source>mark {}</source>
        <translation>Marke {}</translation>
    </message>
</context>
<context>
    <name>SetList</name>
    <message>
        <source>Sets</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>Landings</source>
        <translation>Landungen</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Left against right</source>
        <translation>Links gegen rechts</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
    <message>
        <source> · pain {}</source>
        <translation> · Schmerz {}</translation>
    </message>
    <message>
        <source> · {} comments</source>
        <translation> · {} Hinweise</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>Spoken counts</source>
        <translation>Gesprochene Zahlen</translation>
    </message>
    <message>
        <source>Centimetres</source>
        <translation>Zentimeter</translation>
    </message>
    <message>
        <source>Inches</source>
        <translation>Zoll</translation>
    </message>
    <message>
        <source>Open it when an exercise is started on Home</source>
        <translation>Öffnen, wenn auf Start eine Übung beginnt</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Aussehen und Sprache</translation>
    </message>
    <message>
        <source>Lengths in</source>
        <translation>Längen in</translation>
    </message>
    <message>
        <source>Patient&apos;s screen</source>
        <translation>Patientenbild</translation>
    </message>
    <message>
        <source>Looked at from</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Ruler check: measure this bar and enter what you read.</source>
        <translation>Lineal: diesen Balken messen und die Länge eintragen.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Hear: {}</source>
        <translation>Anhören: {}</translation>
    </message>
    <message>
        <source>the target is reached</source>
        <translation>Ziel erreicht</translation>
    </message>
    <message>
        <source>it is being held</source>
        <translation>wird gehalten</translation>
    </message>
    <message>
        <source>one more is counted</source>
        <translation>eine mehr gezählt</translation>
    </message>
    <message>
        <source>a sensor needs you</source>
        <translation>ein Sensor braucht Sie</translation>
    </message>
    <message>
        <source>the next step begins</source>
        <translation>nächster Schritt</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Without the screen</source>
        <translation>Ohne den Bildschirm</translation>
    </message>
    <message>
        <source>Tap twice on a sensor&apos;s housing: the next exercise starts, or the one under way pauses and goes on. Hops switch this off.</source>
        <translation>Zweimal auf das Gehäuse eines Sensors tippen: Die nächste Übung beginnt, oder die laufende macht Pause und geht weiter. Bei Sprüngen ist das aus.</translation>
    </message>
    <message>
        <source>Every page and button is reached by keys: press ? for the list.</source>
        <translation>Jede Seite und jeder Knopf ist mit Tasten erreichbar: ? zeigt die Liste.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Second monitor, if any</source>
        <translation>Zweiter, falls da</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Shown on</source>
        <translation>Gezeigt auf</translation>
    </message>
    <message>
        <source>Measured length</source>
        <translation>Gemessene Länge</translation>
    </message>
    <message>
        <source>Silent here: {}.</source>
        <translation>Hier stumm: {}.</translation>
    </message>
    <message>
        <source>Counts are spoken.</source>
        <translation>Die Zahlen werden gesprochen.</translation>
    </message>
    <message>
        <source>This system has no voice.</source>
        <translation>Dieses System hat keine Stimme.</translation>
    </message>
</context>
<context>
    <name>SheetPanel</name>
    <message>
        <source>A note of this moment</source>
        <translation>Eine Notiz zu diesem Moment</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
</context>
<context>
    <name>SignalPlot</name>
    <message>
        <source>  ·  beyond the axis: up to {}</source>
        <translation>  ·  über die Achse hinaus: bis {}</translation>
    </message>
    <message>
        <source>limit {}</source>
        <translation>Grenze {}</translation>
    </message>
    <message>
        <source>{} from rest</source>
        <translation>{} ab der Ruhe</translation>
    </message>
</context>
<context>
    <name>SoFarPanel</name>
    <message>
        <source>So far</source>
        <translation>Bisher</translation>
    </message>
    <message>
        <source>Your days and changes appear here after the first session.</source>
        <translation>Nach der ersten Sitzung erscheinen hier Tage und Veränderungen.</translation>
    </message>
    <message>
        <source>last {}: {} repetitions</source>
        <translation>zuletzt {}: {} Wiederholungen</translation>
    </message>
    <message>
        <source>, pain {}</source>
        <translation>, Schmerz {}</translation>
    </message>
    <message>
        <source>{}, perhaps chance</source>
        <translation>{}, vielleicht Zufall</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>No repetition yet.</source>
        <translation>Noch keine Wiederholung.</translation>
    </message>
    <message>
        <source>highest pain {} of 10</source>
        <translation>höchster Schmerz {} von 10</translation>
    </message>
    <message>
        <source>repetitions</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>of {} sets</source>
        <translation>von {} Sätzen</translation>
    </message>
</context>
<context>
    <name>TaskPage</name>
    <message>
        <source>{} more</source>
        <translation>noch {}</translation>
    </message>
    <message>
        <source>Done ✓</source>
        <translation>Fertig ✓</translation>
    </message>
    <message>
        <source>Choose an exercise</source>
        <translation>Übung wählen</translation>
    </message>
    <message>
        <source>First calibrate</source>
        <translation>Zuerst kalibrieren</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Hold it there</source>
        <translation>Dort halten</translation>
    </message>
    <message>
        <source>Next: {}</source>
        <translation>Weiter: {}</translation>
    </message>
    <message>
        <source>Start, or tap a sensor twice</source>
        <translation>Doppeltipp startet</translation>
    </message>
    <message>
        <source>or simply begin</source>
        <translation>oder einfach anfangen</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>of {}</source>
        <translation>von {}</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Not certain enough.</source>
        <translation>Nicht sicher genug.</translation>
    </message>
</context>
<context>
    <name>TodayPanel</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>No prescription yet. Write one, or open the file the therapist sent; or begin: exercises are recognised.</source>
        <translation>Noch kein Übungsplan. Schreiben Sie einen, öffnen Sie die Datei der Therapeutin, oder beginnen Sie: Übungen werden erkannt.</translation>
    </message>
    <message>
        <source>Write a prescription</source>
        <translation>Plan schreiben</translation>
    </message>
    <message>
        <source>Begin without one</source>
        <translation>Ohne Plan beginnen</translation>
    </message>
</context>
<context>
    <name>TracePanel</name>
    <message>
        <source>Trace</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>Which signals to draw</source>
        <translation>Welche Signale gezeichnet werden</translation>
    </message>
    <message>
        <source>A longer stretch</source>
        <translation>Ein längerer Abschnitt</translation>
    </message>
    <message>
        <source>A shorter stretch</source>
        <translation>Ein kürzerer Abschnitt</translation>
    </message>
    <message>
        <source>downsampled {} to 1</source>
        <translation>ausgedünnt {} zu 1</translation>
    </message>
    <message>
        <source>every sample</source>
        <translation>jeder Wert</translation>
    </message>
    <message>
        <source>  ·  gap of {} s, shaded</source>
        <translation>  ·  Lücke von {} s, schattiert</translation>
    </message>
    <message>
        <source>  ·  {} more: pull the edge up</source>
        <translation>  ·  {} weitere: Rand hochziehen</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>TrendsPanel</name>
    <message>
        <source>Changes over the sessions</source>
        <translation>Veränderung über die Sitzungen</translation>
    </message>
    <message>
        <source>band: what chance alone explains</source>
        <translation>Band: was Zufall allein erklärt</translation>
    </message>
    <message>
        <source>Which exercise&apos;s changes</source>
        <translation>Veränderungen welcher Übung</translation>
    </message>
    <message>
        <source>Changes appear here after the second session of an exercise.</source>
        <translation>Veränderungen erscheinen hier nach der zweiten Sitzung einer Übung.</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>Schmerz</translation>
    </message>
    <message>
        <source>The clearest changes</source>
        <translation>Die deutlichsten Veränderungen</translation>
    </message>
    <message>
        <source>{} ✓ a real change: more than {}</source>
        <translation>{} ✓ echte Veränderung: mehr als {}</translation>
    </message>
    <message>
        <source>{} · may be chance: less than {}</source>
        <translation>{} · kann Zufall sein: weniger als {}</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Takes it back (Ctrl + Z)</source>
        <translation>Macht es rückgängig (Strg + Z)</translation>
    </message>
</context>
<context>
    <name>WhereTheyGo</name>
    <message>
        <source>Where they go</source>
        <translation>Wohin sie gehören</translation>
    </message>
    <message>
        <source>T: on the outside of the thigh, a hand&apos;s breadth above the knee.</source>
        <translation>T: außen am Oberschenkel, eine Handbreit über dem Knie.</translation>
    </message>
    <message>
        <source>S: on the shin, just below the kneecap.</source>
        <translation>S: am Schienbein, knapp unter der Kniescheibe.</translation>
    </message>
    <message>
        <source>Arrows point to the hip. Straps snug: no sensor rocks when it is tapped.</source>
        <translation>Die Pfeile zeigen zur Hüfte. Bänder fest: kein Sensor wackelt beim Antippen.</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>I see it otherwise</source>
        <translation>Ich sehe es anders</translation>
    </message>
    <message>
        <source>Kept beside the result; the recording is not changed</source>
        <translation>Steht neben dem Ergebnis; die Aufnahme bleibt unverändert</translation>
    </message>
    <message>
        <source>Why was it counted, or not?</source>
        <translation>Warum gezählt oder nicht?</translation>
    </message>
    <message>
        <source>Click a repetition.</source>
        <translation>Klicken Sie auf eine Wiederholung.</translation>
    </message>
    <message>
        <source>Why was repetition {} counted?</source>
        <translation>Warum zählte Wiederholung {}?</translation>
    </message>
    <message>
        <source>Why was repetition {} not counted?</source>
        <translation>Warum zählte Wiederholung {} nicht?</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>What was said of repetition {}?</source>
        <translation>Was war bei Wiederholung {}?</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>, asked {} s</source>
        <translation>, verlangt {} s</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>gezählt</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>nicht gezählt</translation>
    </message>
    <message>
        <source>The therapist: {}. Kept beside the result.</source>
        <translation>Therapeutin: {}. Steht neben dem Ergebnis.</translation>
    </message>
</context>
<context>
    <name>WizardPage</name>
    <message>
        <source>Still enough</source>
        <translation>Ruhig genug</translation>
    </message>
    <message>
        <source>Moving enough</source>
        <translation>Bewegt genug</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>Dieser Schritt</translation>
    </message>
    <message>
        <source>Start, standing</source>
        <translation>Start im Stehen</translation>
    </message>
    <message>
        <source>Start, lying down</source>
        <translation>Start im Liegen</translation>
    </message>
    <message>
        <source>Repeat this step</source>
        <translation>Schritt wiederholen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>On to the exercises</source>
        <translation>Zu den Übungen</translation>
    </message>
    <message>
        <source>Again, standing</source>
        <translation>Noch einmal im Stehen</translation>
    </message>
    <message>
        <source>The straps sit well. The knee angle is live.</source>
        <translation>Die Bänder sitzen gut. Der Kniewinkel ist live.</translation>
    </message>
    <message>
        <source>Usable, but less sure. Once more with calm, larger movements is better.</source>
        <translation>Brauchbar, aber weniger sicher. Besser noch einmal, ruhig und größer bewegt.</translation>
    </message>
    <message>
        <source>Three short steps, about 30 seconds. Nobody needs to touch the screen.</source>
        <translation>Drei kurze Schritte, etwa 30 Sekunden. Niemand muss den Bildschirm berühren.</translation>
    </message>
    <message>
        <source>Silent here: {}. Watch the bars.</source>
        <translation>Hier stumm: {}. Auf die Balken achten.</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Note kept</source>
        <translation>Notiz behalten</translation>
    </message>
    <message>
        <source>Moment marked</source>
        <translation>Moment markiert</translation>
    </message>
    <message>
        <source>Counted by you</source>
        <translation>Von Ihnen gezählt</translation>
    </message>
    <message>
        <source>Pain {} of 10 kept</source>
        <translation>Schmerz {} von 10 behalten</translation>
    </message>
    <message>
        <source>New session for {}</source>
        <translation>Neue Sitzung für {}</translation>
    </message>
    <message>
        <source>Now worn at: {}</source>
        <translation>Jetzt getragen: {}</translation>
    </message>
    <message>
        <source>Calibrated anew</source>
        <translation>Neu kalibriert</translation>
    </message>
    <message>
        <source>Recognised by the program</source>
        <translation>Das Programm erkennt die Übung</translation>
    </message>
    <message>
        <source>Begun: {}</source>
        <translation>Begonnen: {}</translation>
    </message>
</context>
<context>
    <name>calibration</name>
    <message>
        <source>Once more: {}</source>
        <translation>Noch einmal: {}</translation>
    </message>
    <message>
        <source>The knee axis came out alike, within {}°</source>
        <translation>Die Knieachse kam gleich heraus, auf {}°</translation>
    </message>
    <message>
        <source>The knee moved about that axis, but for {}°</source>
        <translation>Das Knie drehte um diese Achse, bis auf {}°</translation>
    </message>
    <message>
        <source>The knee bent by {}°</source>
        <translation>Das Knie beugte sich um {}°</translation>
    </message>
    <message>
        <source>The leg was still for {} s</source>
        <translation>Das Bein ruhte {} s</translation>
    </message>
    <message>
        <source>The sensors&apos; clocks are {} ms apart, by your taps</source>
        <translation>Die Uhren der Sensoren liegen nach dem Klopfen {} ms auseinander</translation>
    </message>
    <message>
        <source>Stand still</source>
        <translation>Still stehen</translation>
    </message>
    <message>
        <source>Swing the straight leg</source>
        <translation>Gestrecktes Bein schwingen</translation>
    </message>
    <message>
        <source>Four slow squats</source>
        <translation>Vier langsame Kniebeugen</translation>
    </message>
    <message>
        <source>Lie still, leg straight</source>
        <translation>Still liegen, Bein gestreckt</translation>
    </message>
    <message>
        <source>Lift the straight leg</source>
        <translation>Gestrecktes Bein heben</translation>
    </message>
    <message>
        <source>Slide the heel</source>
        <translation>Ferse schieben</translation>
    </message>
    <message>
        <source>Calibrating</source>
        <translation>Kalibriert gerade</translation>
    </message>
    <message>
        <source>Stand upright, knee straight, 5 seconds without moving.</source>
        <translation>Aufrecht stehen, Knie gestreckt, 5 Sekunden ohne Bewegung.</translation>
    </message>
    <message>
        <source>Knee straight: swing the leg to and fro, three times.</source>
        <translation>Knie gestreckt: das Bein dreimal vor und zurück schwingen.</translation>
    </message>
    <message>
        <source>Bend both knees slowly, stand up again, four times.</source>
        <translation>Beide Knie langsam beugen und wieder aufrichten, viermal.</translation>
    </message>
    <message>
        <source>Lie on your back, knee straight, 5 seconds without moving.</source>
        <translation>Auf dem Rücken, Knie gestreckt, 5 Sekunden ohne Bewegung.</translation>
    </message>
    <message>
        <source>Knee straight: lift and lower the leg, three times.</source>
        <translation>Knie gestreckt: das Bein dreimal heben und senken.</translation>
    </message>
    <message>
        <source>Slide the heel towards you and away again, four times.</source>
        <translation>Die Ferse viermal heran- und wieder wegschieben.</translation>
    </message>
    <message>
        <source>Follow the picture.</source>
        <translation>Dem Bild folgen.</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>Arabesque</source>
        <translation>Standwaage</translation>
    </message>
    <message>
        <source>Balance on a BOSU</source>
        <translation>Balance auf dem BOSU</translation>
    </message>
    <message>
        <source>Bend the knee</source>
        <translation>Knie beugen</translation>
    </message>
    <message>
        <source>Bend the knees slowly and come up again, four times</source>
        <translation>Die Knie langsam beugen und wieder hochkommen, viermal</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>Brücke</translation>
    </message>
    <message>
        <source>Calibrated</source>
        <translation>Kalibriert</translation>
    </message>
    <message>
        <source>Clamshell</source>
        <translation>Muschel</translation>
    </message>
    <message>
        <source>Come back more slowly</source>
        <translation>Langsamer zurück</translation>
    </message>
    <message>
        <source>Come back to the start</source>
        <translation>Zurück zum Anfang</translation>
    </message>
    <message>
        <source>Diagonal hop</source>
        <translation>Diagonalsprung</translation>
    </message>
    <message>
        <source>Do not roll backwards</source>
        <translation>Nicht nach hinten rollen</translation>
    </message>
    <message>
        <source>Double-leg hop</source>
        <translation>Beidbeiniger Sprung</translation>
    </message>
    <message>
        <source>Draw the knee in and keep it there</source>
        <translation>Knie heranziehen und halten</translation>
    </message>
    <message>
        <source>Forward lunge</source>
        <translation>Ausfallschritt vorwärts</translation>
    </message>
    <message>
        <source>Go a little further</source>
        <translation>Noch etwas weiter</translation>
    </message>
    <message>
        <source>Go down more slowly</source>
        <translation>Langsamer hinunter</translation>
    </message>
    <message>
        <source>Go further for it to count</source>
        <translation>Weiter, dann zählt es</translation>
    </message>
    <message>
        <source>Hamstring curl, on the stomach</source>
        <translation>Beinbeuger, Bauchlage</translation>
    </message>
    <message>
        <source>Heel raise</source>
        <translation>Fersenheben</translation>
    </message>
    <message>
        <source>Heel to buttock</source>
        <translation>Ferse zum Gesäß</translation>
    </message>
    <message>
        <source>Hold a little longer</source>
        <translation>Etwas länger halten</translation>
    </message>
    <message>
        <source>Hop diagonally, land softly</source>
        <translation>Diagonal springen, weich landen</translation>
    </message>
    <message>
        <source>A checksum over the whole file is wrong, outside the measured data.</source>
        <translation>Eine Prüfsumme über die ganze Datei ist falsch, außerhalb der Messdaten.</translation>
    </message>
    <message>
        <source>A new recording could not be begun: {}</source>
        <translation>Eine neue Aufnahme konnte nicht beginnen: {}</translation>
    </message>
    <message>
        <source>A strap is loose and shakes with every movement: tighten it and calibrate again.</source>
        <translation>Ein Band sitzt locker und schlägt bei jeder Bewegung: festziehen und neu kalibrieren.</translation>
    </message>
    <message>
        <source>A strap seems to have slipped: tighten both straps and calibrate again.</source>
        <translation>Ein Band scheint verrutscht: beide Bänder festziehen und neu kalibrieren.</translation>
    </message>
    <message>
        <source>The person got up outside the rhythm of the others, and stood or sat for long then: no repetition.</source>
        <translation>Die Person stand außerhalb des Rhythmus der anderen auf und stand oder saß dann lange: keine Wiederholung.</translation>
    </message>
    <message>
        <source>Bluetooth is switched off: switch it on in the system&apos;s settings.</source>
        <translation>Bluetooth ist ausgeschaltet: in den Einstellungen des Systems einschalten.</translation>
    </message>
    <message>
        <source>Damaged after {}.</source>
        <translation>Beschädigt nach {}.</translation>
    </message>
    <message>
        <source>Damaged between {} and {}.</source>
        <translation>Beschädigt zwischen {} und {}.</translation>
    </message>
    <message>
        <source>Damaged in {} more places.</source>
        <translation>An {} weiteren Stellen beschädigt.</translation>
    </message>
    <message>
        <source>Ends at {} without having been closed: what came after is lost.</source>
        <translation>Endet bei {}, ohne geschlossen zu sein: was danach kam, ist verloren.</translation>
    </message>
    <message>
        <source>Fit uncertain: tighten the straps and calibrate again</source>
        <translation>Sitz unsicher: Bänder festziehen und neu kalibrieren</translation>
    </message>
    <message>
        <source>Go a little further: the range was below {}, or below {} of the person&apos;s own usual range.</source>
        <translation>Etwas weiter bewegen: der Umfang lag unter {} oder unter {} des eigenen üblichen Umfangs.</translation>
    </message>
    <message>
        <source>Hold a little longer: it was held for {}, under {} of {} s.</source>
        <translation>Etwas länger halten: gehalten wurde {}, unter {} von {} s.</translation>
    </message>
    <message>
        <source>If you like, tap both sensors at the same time, three times: that checks their clocks</source>
        <translation>Wer mag, klopft dreimal gleichzeitig auf beide Sensoren: das prüft ihre Uhren</translation>
    </message>
    <message>
        <source>It reached the end position and kept it.</source>
        <translation>Die Endstellung wurde erreicht und gehalten.</translation>
    </message>
    <message>
        <source>It took {}; from {} to {} s it is a repetition.</source>
        <translation>Dauer {}; von {} bis {} s ist es eine Wiederholung.</translation>
    </message>
    <message>
        <source>It was prompted and timed; neither muscle tremor nor a movement of the leg was felt, so the contraction is not verified.</source>
        <translation>Sie war angesagt und nach der Zeit bemessen; weder Muskelzittern noch eine Bewegung des Beins war zu spüren, die Anspannung ist also nicht bestätigt.</translation>
    </message>
    <message>
        <source>Keep the hips level</source>
        <translation>Hüfte gerade halten</translation>
    </message>
    <message>
        <source>Keep the hips still</source>
        <translation>Hüfte ruhig halten</translation>
    </message>
    <message>
        <source>Keep the knee bent as it is</source>
        <translation>Knie so gebeugt lassen</translation>
    </message>
    <message>
        <source>Keep the knee straight</source>
        <translation>Knie gestreckt lassen</translation>
    </message>
    <message>
        <source>Keep the thigh down</source>
        <translation>Oberschenkel unten lassen</translation>
    </message>
    <message>
        <source>Keep the thigh on the roll</source>
        <translation>Oberschenkel auf der Rolle lassen</translation>
    </message>
    <message>
        <source>Keep your feet together</source>
        <translation>Füße zusammenlassen</translation>
    </message>
    <message>
        <source>Keep your feet where they are</source>
        <translation>Füße stehen lassen</translation>
    </message>
    <message>
        <source>Knee extension, seated</source>
        <translation>Kniestrecken, sitzend</translation>
    </message>
    <message>
        <source>Knee flexion, standing</source>
        <translation>Kniebeugen, stehend</translation>
    </message>
    <message>
        <source>Knee over the foot</source>
        <translation>Knie über dem Fuß</translation>
    </message>
    <message>
        <source>Knee to chest stretch</source>
        <translation>Knie zur Brust</translation>
    </message>
    <message>
        <source>Knees over the toes, slowly</source>
        <translation>Knie über die Zehen, langsam</translation>
    </message>
    <message>
        <source>Known to be missing: {}.</source>
        <translation>Es fehlen bekanntermaßen: {}.</translation>
    </message>
    <message>
        <source>Land softly</source>
        <translation>Weich landen</translation>
    </message>
    <message>
        <source>Land softly and stand still</source>
        <translation>Weich landen, still stehen</translation>
    </message>
    <message>
        <source>Left leg: {}</source>
        <translation>Linkes Bein: {}</translation>
    </message>
    <message>
        <source>Leg out to the side</source>
        <translation>Bein zur Seite</translation>
    </message>
    <message>
        <source>Leg press</source>
        <translation>Beinpresse</translation>
    </message>
    <message>
        <source>Leg straight back</source>
        <translation>Bein gerade zurück</translation>
    </message>
    <message>
        <source>Leg straight forward</source>
        <translation>Bein gerade vor</translation>
    </message>
    <message>
        <source>Let go and relax</source>
        <translation>Loslassen und entspannen</translation>
    </message>
    <message>
        <source>Lie still on your back with the knee straight</source>
        <translation>Still auf dem Rücken liegen, Knie gestreckt</translation>
    </message>
    <message>
        <source>Lift and lower the straight leg, three times</source>
        <translation>Das gestreckte Bein dreimal heben und senken</translation>
    </message>
    <message>
        <source>Lift the leg</source>
        <translation>Bein heben</translation>
    </message>
    <message>
        <source>Lift the straight leg</source>
        <translation>Gestrecktes Bein heben</translation>
    </message>
    <message>
        <source>Lift the straight leg sideways</source>
        <translation>Gestrecktes Bein seitlich heben</translation>
    </message>
    <message>
        <source>Lift the top knee, feet together</source>
        <translation>Oberes Knie heben, Füße zusammen</translation>
    </message>
    <message>
        <source>Lift your hips</source>
        <translation>Hüfte heben</translation>
    </message>
    <message>
        <source>Lower more slowly</source>
        <translation>Langsamer senken</translation>
    </message>
    <message>
        <source>No sensor was found for the {}: switch it on, bring it near, and end its link to other programs.</source>
        <translation>Kein Sensor gefunden ({}): einschalten, näher bringen und seine Verbindung zu anderen Programmen beenden.</translation>
    </message>
    <message>
        <source>No sensor was found: switch the sensors on, bring them near, and end their links to phones and other programs.</source>
        <translation>Kein Sensor gefunden: Sensoren einschalten, näher bringen und ihre Verbindung zu Telefonen und anderen Programmen beenden.</translation>
    </message>
    <message>
        <source>No swings seen: swing the leg that wears the sensors, from the hip</source>
        <translation>Kein Schwung erkannt: das Bein mit den Sensoren aus der Hüfte schwingen</translation>
    </message>
    <message>
        <source>Not calibrated: stand still with the knee straight, then bend it a few times</source>
        <translation>Nicht kalibriert: mit gestrecktem Knie still stehen, dann einige Male beugen</translation>
    </message>
    <message>
        <source>One of the sensors sent nothing; switch both on and start again.</source>
        <translation>Ein Sensor sendete nichts; beide einschalten und neu beginnen.</translation>
    </message>
    <message>
        <source>One sensor was silent for a while; check that both are on, then repeat this step.</source>
        <translation>Ein Sensor schwieg eine Weile; sind beide an? Dann diesen Schritt wiederholen.</translation>
    </message>
    <message>
        <source>One step at a time</source>
        <translation>Stufe für Stufe</translation>
    </message>
    <message>
        <source>Other leg, please</source>
        <translation>Bitte das andere Bein</translation>
    </message>
    <message>
        <source>Stop this exercise and ask your therapist: pain {} is above the limit of {}.</source>
        <translation>Diese Übung abbrechen und die Therapeutin oder den Therapeuten fragen: Schmerz {} liegt über der Grenze von {}.</translation>
    </message>
    <message>
        <source>Pedal lightly</source>
        <translation>Leicht treten</translation>
    </message>
    <message>
        <source>A strap seemed to have slipped in it; nothing is counted until it is calibrated again.</source>
        <translation>Darin scheint ein Gurt verrutscht zu sein; bis zur nächsten Kalibrierung wird nichts gezählt.</translation>
    </message>
    <message>
        <source>And {} more problems in the prescription.</source>
        <translation>Und {} weitere Fehler im Plan.</translation>
    </message>
    <message>
        <source>Line {} of the prescription, {}: {}</source>
        <translation>Zeile {} des Plans, {}: {}</translation>
    </message>
    <message>
        <source>Line {} of the prescription, {}: {}.</source>
        <translation>Zeile {} des Plans, {}: {}.</translation>
    </message>
    <message>
        <source>Make it easier where you can: pain {}, and the plan aims at less than {}.</source>
        <translation>Machen Sie es leichter, wo es geht: Schmerz {}, angestrebt ist weniger als {}.</translation>
    </message>
    <message>
        <source>Not counted: a strap seems to have slipped</source>
        <translation>Nicht gezählt: ein Band scheint verrutscht zu sein</translation>
    </message>
    <message>
        <source>PortAudio is not installed</source>
        <translation>PortAudio ist nicht installiert</translation>
    </message>
    <message>
        <source>Press into the belt and hold</source>
        <translation>In den Gurt drücken, halten</translation>
    </message>
    <message>
        <source>Press the knee down and hold</source>
        <translation>Knie hinunterdrücken, halten</translation>
    </message>
    <message>
        <source>Push, and come back slowly</source>
        <translation>Drücken, langsam zurück</translation>
    </message>
    <message>
        <source>Quad set</source>
        <translation>Quadrizeps anspannen</translation>
    </message>
    <message>
        <source>Return more slowly</source>
        <translation>Langsamer zurück</translation>
    </message>
    <message>
        <source>Reverse lunge</source>
        <translation>Ausfallschritt rückwärts</translation>
    </message>
    <message>
        <source>Reverse slide</source>
        <translation>Rückwärts gleiten</translation>
    </message>
    <message>
        <source>Right leg: {}</source>
        <translation>Rechtes Bein: {}</translation>
    </message>
    <message>
        <source>Sensor signal lost, once more</source>
        <translation>Signal verloren, noch einmal</translation>
    </message>
    <message>
        <source>Short arc quad</source>
        <translation>Kurzes Kniestrecken</translation>
    </message>
    <message>
        <source>Side leg raise</source>
        <translation>Seitliches Beinheben</translation>
    </message>
    <message>
        <source>Side-lying press into a belt</source>
        <translation>Seitlage, in den Gurt drücken</translation>
    </message>
    <message>
        <source>Single-leg hop</source>
        <translation>Einbeiniger Sprung</translation>
    </message>
    <message>
        <source>Single-leg squat</source>
        <translation>Einbeinige Kniebeuge</translation>
    </message>
    <message>
        <source>Single-leg stance</source>
        <translation>Einbeinstand</translation>
    </message>
    <message>
        <source>Sit to stand</source>
        <translation>Aufstehen vom Stuhl</translation>
    </message>
    <message>
        <source>Slide back, stand tall</source>
        <translation>Zurückgleiten, aufrichten</translation>
    </message>
    <message>
        <source>Slide down and hold</source>
        <translation>Hinuntergleiten, halten</translation>
    </message>
    <message>
        <source>Slide the heel towards you and back slowly, four times</source>
        <translation>Die Ferse langsam heran und zurück schieben, viermal</translation>
    </message>
    <message>
        <source>Slower, please</source>
        <translation>Bitte langsamer</translation>
    </message>
    <message>
        <source>Split squat</source>
        <translation>Schrittkniebeuge</translation>
    </message>
    <message>
        <source>Squat</source>
        <translation>Kniebeuge</translation>
    </message>
    <message>
        <source>Stair climbing</source>
        <translation>Treppensteigen</translation>
    </message>
    <message>
        <source>Stand as still as you can</source>
        <translation>So still wie möglich stehen</translation>
    </message>
    <message>
        <source>Stand still</source>
        <translation>Still stehen</translation>
    </message>
    <message>
        <source>Stand still with the knee straight</source>
        <translation>Still stehen, Knie gestreckt</translation>
    </message>
    <message>
        <source>Stand up tall</source>
        <translation>Ganz aufrichten</translation>
    </message>
    <message>
        <source>Standing hip abduction</source>
        <translation>Beinheben seitlich, stehend</translation>
    </message>
    <message>
        <source>Standing hip extension</source>
        <translation>Beinheben nach hinten, stehend</translation>
    </message>
    <message>
        <source>Standing hip flexion</source>
        <translation>Beinheben nach vorn, stehend</translation>
    </message>
    <message>
        <source>Stationary bike</source>
        <translation>Heimtrainer</translation>
    </message>
    <message>
        <source>Step back, sink, come up</source>
        <translation>Zurück, tief, hoch</translation>
    </message>
    <message>
        <source>Step, sink, push back</source>
        <translation>Schritt, tief, zurück</translation>
    </message>
    <message>
        <source>Step-up</source>
        <translation>Stufe hinauf</translation>
    </message>
    <message>
        <source>Still moving: keep both legs quiet for five seconds</source>
        <translation>Noch Bewegung: beide Beine fünf Sekunden ruhig halten</translation>
    </message>
    <message>
        <source>Straight down, straight up</source>
        <translation>Gerade hinunter, gerade hinauf</translation>
    </message>
    <message>
        <source>Straight leg raise, on the back</source>
        <translation>Beinheben gestreckt, Rückenlage</translation>
    </message>
    <message>
        <source>Straight leg raise, on the side</source>
        <translation>Beinheben gestreckt, Seitenlage</translation>
    </message>
    <message>
        <source>Straight leg raise, on the stomach</source>
        <translation>Beinheben gestreckt, Bauchlage</translation>
    </message>
    <message>
        <source>Straighten fully on the step</source>
        <translation>Auf der Stufe ganz strecken</translation>
    </message>
    <message>
        <source>Straighten the knee</source>
        <translation>Knie strecken</translation>
    </message>
    <message>
        <source>Straighten the knee fully</source>
        <translation>Knie ganz strecken</translation>
    </message>
    <message>
        <source>Swing the straight leg forward and back, three times</source>
        <translation>Das gestreckte Bein dreimal vor und zurück schwingen</translation>
    </message>
    <message>
        <source>T stance</source>
        <translation>T-Stand</translation>
    </message>
    <message>
        <source>Take the starting position</source>
        <translation>Ausgangsstellung einnehmen</translation>
    </message>
    <message>
        <source>That was another movement</source>
        <translation>Das war eine andere Bewegung</translation>
    </message>
    <message>
        <source>The Bluetooth adapter</source>
        <translation>Der Bluetooth-Adapter</translation>
    </message>
    <message>
        <source>The DOT sensors agree on one clock first, which takes about 20 s.</source>
        <translation>Die DOT-Sensoren einigen sich zuerst auf eine Uhr; das dauert etwa 20 s.</translation>
    </message>
    <message>
        <source>The DOT sensors did not agree on a clock, so their times are less exact: switch them off and on, and connect again.</source>
        <translation>Die DOT-Sensoren haben sich auf keine Uhr geeinigt, ihre Zeiten sind weniger genau: aus- und einschalten und neu verbinden.</translation>
    </message>
    <message>
        <source>The analysis of this session stopped because of a fault in the program; the recording goes on and can be analysed later.</source>
        <translation>Die Auswertung dieser Sitzung hat wegen eines Programmfehlers angehalten; die Aufnahme läuft weiter und kann später ausgewertet werden.</translation>
    </message>
    <message>
        <source>The angle was not certain in it; nothing is counted across that.</source>
        <translation>Darin war der Winkel nicht sicher; darüber hinweg wird nichts gezählt.</translation>
    </message>
    <message>
        <source>The angle was not certain, once more</source>
        <translation>Der Winkel war nicht sicher, noch einmal</translation>
    </message>
    <message>
        <source>The body did not surely come to stand {} higher or lower: no step was climbed.</source>
        <translation>Der Körper kam nicht sicher {} höher oder tiefer zu stehen: Es wurde keine Stufe gestiegen.</translation>
    </message>
    <message>
        <source>The body rose by {} only; {} is the least that counts.</source>
        <translation>Der Körper hob sich nur um {}; mindestens {} zählen.</translation>
    </message>
    <message>
        <source>The calibration cannot be read; calibrate again.</source>
        <translation>Die Kalibrierung ist nicht lesbar; neu kalibrieren.</translation>
    </message>
    <message>
        <source>The disk is full: {} was not written; free some space and try again.</source>
        <translation>Der Datenträger ist voll: {} wurde nicht geschrieben; Platz schaffen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The disk is full; free some space and start a new recording.</source>
        <translation>Datenträger voll; Platz schaffen, neu aufnehmen.</translation>
    </message>
    <message>
        <source>The exercise {} is not in the library.</source>
        <translation>Die Übung {} gibt es nicht.</translation>
    </message>
    <message>
        <source>The knee hardly bent: bend it further, slowly and straight ahead</source>
        <translation>Das Knie beugte kaum: weiter beugen, langsam und geradeaus</translation>
    </message>
    <message>
        <source>The knee hardly bent; repeat the knee bends slowly, to about a right angle.</source>
        <translation>Das Knie beugte sich kaum; die Kniebeugen langsam wiederholen, bis etwa zum rechten Winkel.</translation>
    </message>
    <message>
        <source>The knee was bent in the still pose; keep still with the knee straight.</source>
        <translation>Das Knie war in der Ruhehaltung gebeugt; mit gestrecktem Knie still bleiben.</translation>
    </message>
    <message>
        <source>The knee&apos;s axis came out differently each time; check that both straps are tight, then repeat the slow knee bends straight ahead.</source>
        <translation>Die Knieachse fiel jedes Mal anders aus; beide Bänder prüfen, dann die langsamen Kniebeugen geradeaus wiederholen.</translation>
    </message>
    <message>
        <source>The leg moved faster than the sensors can follow; repeat this step more slowly.</source>
        <translation>Das Bein war schneller, als die Sensoren folgen können; diesen Schritt langsamer wiederholen.</translation>
    </message>
    <message>
        <source>The leg moved too early; keep still again with the knee straight, for five seconds.</source>
        <translation>Das Bein bewegte sich zu früh; noch einmal fünf Sekunden mit gestrecktem Knie still bleiben.</translation>
    </message>
    <message>
        <source>The leg swung sideways; repeat the swings with a straight knee, straight ahead and back.</source>
        <translation>Das Bein schwang zur Seite; die Schwünge mit gestrecktem Knie gerade vor und zurück wiederholen.</translation>
    </message>
    <message>
        <source>The leg was never straight at rest; stand still with the knee straight for five seconds.</source>
        <translation>Das Bein war in Ruhe nie gestreckt; fünf Sekunden still stehen, Knie gestreckt.</translation>
    </message>
    <message>
        <source>The link to the sensors stopped because of a fault in the program; please connect again.</source>
        <translation>Die Verbindung zu den Sensoren hat wegen eines Programmfehlers angehalten; bitte neu verbinden.</translation>
    </message>
    <message>
        <source>The list of your sensors in {} cannot be read ({}): delete it and assign the sensors again.</source>
        <translation>Die Liste der eigenen Sensoren in {} ist nicht lesbar ({}): löschen und die Sensoren neu zuordnen.</translation>
    </message>
    <message>
        <source>The movement does not fit the exercise.</source>
        <translation>Die Bewegung passt nicht zur Übung.</translation>
    </message>
    <message>
        <source>The movement stopped short of the end position.</source>
        <translation>Die Bewegung endete vor der Endstellung.</translation>
    </message>
    <message>
        <source>The plan is for the other leg.</source>
        <translation>Der Plan ist für das andere Bein.</translation>
    </message>
    <message>
        <source>The plan is for the other leg; the sensors are on the {}.</source>
        <translation>Der Plan ist für das andere Bein; die Sensoren sitzen {}.</translation>
    </message>
    <message>
        <source>The posture at rest, before and after, was not {}.</source>
        <translation>Die Ruhehaltung davor und danach war nicht: {}.</translation>
    </message>
    <message>
        <source>The prescription has {} lines; more than {} are not read (line {} and on). Check that it is the right file.</source>
        <translation>Der Plan hat {} Zeilen; mehr als {} werden nicht gelesen (ab Zeile {}). Ist es die richtige Datei?</translation>
    </message>
    <message>
        <source>The prescription is for patient {}, the session is {}&apos;s: check that it is the right one.</source>
        <translation>Die Verordnung ist für Patient {}, die Sitzung ist von {}: Prüfen Sie, ob es die richtige ist.</translation>
    </message>
    <message>
        <source>The prescription is not followed: {}</source>
        <translation>Der Plan wird nicht befolgt: {}</translation>
    </message>
    <message>
        <source>The prescription is not valid TOML: {}.</source>
        <translation>Der Plan ist kein gültiges TOML: {}.</translation>
    </message>
    <message>
        <source>The recording ends here and is kept: {}</source>
        <translation>Die Aufnahme endet hier und bleibt erhalten: {}</translation>
    </message>
    <message>
        <source>The sensor described in {} cannot be used: {}. Correct the file, or take it out of this folder.</source>
        <translation>Der in {} beschriebene Sensor kann nicht verwendet werden: {}. Berichtigen Sie die Datei, oder nehmen Sie sie aus diesem Ordner.</translation>
    </message>
    <message>
        <source>The sensor {} belongs to the {}, not to the leg in this session: assign it anew.</source>
        <translation>Der Sensor {} gehört zu: {}, nicht zum Bein dieser Sitzung: neu zuordnen.</translation>
    </message>
    <message>
        <source>The sensor {} cannot be used: {}.</source>
        <translation>Der Sensor {} ist nicht verwendbar: {}.</translation>
    </message>
    <message>
        <source>The sensor {} does not stream at {} Hz: choose {} Hz.</source>
        <translation>Der Sensor {} sendet nicht mit {} Hz: {} Hz wählen.</translation>
    </message>
    <message>
        <source>The sensor {} has no light to show itself by.</source>
        <translation>Der Sensor {} hat kein Licht, mit dem er sich zeigen könnte.</translation>
    </message>
    <message>
        <source>The sensor {} is not one of yours: assign it before it is used.</source>
        <translation>Der Sensor {} ist keiner der eigenen: vor dem Gebrauch zuordnen.</translation>
    </message>
    <message>
        <source>The sensor {} is there twice, so only one is used.</source>
        <translation>Den Sensor {} gibt es zweimal, nur einer wird verwendet.</translation>
    </message>
    <message>
        <source>The sensor {} was not found: switch it on, bring it near, and end its link to other programs.</source>
        <translation>Der Sensor {} wurde nicht gefunden: einschalten, näher bringen und seine Verbindung zu anderen Programmen beenden.</translation>
    </message>
    <message>
        <source>The sensors seem to be on the {} leg; wear them on the {} leg with the thigh sensor on its outer side, or choose the other leg, then start again.</source>
        <translation>Die Sensoren sitzen anscheinend am Bein {}; am Bein {} tragen, den Oberschenkelsensor an der Außenseite, oder das andere Bein wählen, dann neu beginnen.</translation>
    </message>
    <message>
        <source>The sensors sit otherwise than when this calibration was made; calibrate again.</source>
        <translation>Die Sensoren sitzen anders als bei dieser Kalibrierung; kalibrieren Sie neu.</translation>
    </message>
    <message>
        <source>The sensors {} and {} both belong to the {}: assign one anew.</source>
        <translation>Die Sensoren {} und {} gehören beide zu: {}; einen neu zuordnen.</translation>
    </message>
    <message>
        <source>The sensors&apos; clocks may be {} ms apart; fast movements read less exactly.</source>
        <translation>Die Uhren der Sensoren gehen bis zu {} ms auseinander; schnelle Bewegungen werden ungenauer.</translation>
    </message>
    <message>
        <source>The sensors&apos; signal was lost in it; nothing is counted across a gap.</source>
        <translation>Das Signal der Sensoren brach darin ab; über eine Lücke wird nichts gezählt.</translation>
    </message>
    <message>
        <source>The session ended.</source>
        <translation>Die Sitzung ist zu Ende.</translation>
    </message>
    <message>
        <source>The shank sensor cannot be used.</source>
        <translation>Der Sensor am Unterschenkel ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>The shank sensor is out of reach; come closer or switch it on.</source>
        <translation>Der Sensor am Unterschenkel ist außer Reichweite; näher kommen oder einschalten.</translation>
    </message>
    <message>
        <source>The shank sensor is silent; waiting for it.</source>
        <translation>Der Sensor am Unterschenkel schweigt; es wird gewartet.</translation>
    </message>
    <message>
        <source>The shank sensor is upside-down; turn it so that its arrow points to the hip, then start again.</source>
        <translation>Der Sensor am Unterschenkel sitzt kopfüber; den Pfeil zur Hüfte drehen und neu beginnen.</translation>
    </message>
    <message>
        <source>The shank sensor loses {} % of its data; move the receiver closer.</source>
        <translation>Der Sensor am Unterschenkel verliert {} % seiner Daten; Empfänger näher stellen.</translation>
    </message>
    <message>
        <source>The shank sensor was knocked beyond its range; the peak is higher than what is shown.</source>
        <translation>Der Stoß am Unterschenkelsensor ging über den Messbereich; die Spitze ist höher als gezeigt.</translation>
    </message>
    <message>
        <source>The shank sensor&apos;s battery is at {} %; charge it after this session.</source>
        <translation>Der Akku des Unterschenkelsensors steht bei {} %; nach dieser Sitzung laden.</translation>
    </message>
    <message>
        <source>The shank strap may have slipped: stand straight to check it, or calibrate again.</source>
        <translation>Das Band am Unterschenkel könnte verrutscht sein: zur Prüfung gerade stehen oder neu kalibrieren.</translation>
    </message>
    <message>
        <source>The shank strap seems to have slipped: tighten it and calibrate again.</source>
        <translation>Das Band am Unterschenkel scheint verrutscht: festziehen und neu kalibrieren.</translation>
    </message>
    <message>
        <source>The system does not let Patella use Bluetooth: allow it in the system&apos;s privacy settings.</source>
        <translation>Das System lässt Patella Bluetooth nicht benutzen: in den Datenschutzeinstellungen des Systems erlauben.</translation>
    </message>
    <message>
        <source>The taps reached the two sensors {} ms apart: their clocks disagree. Switch both off and on again, then calibrate.</source>
        <translation>Das Klopfen kam bei den beiden Sensoren um {} ms versetzt an: Ihre Uhren stimmen nicht überein. Schalten Sie beide aus und wieder ein, dann kalibrieren Sie.</translation>
    </message>
    <message>
        <source>The therapist decided.</source>
        <translation>Der Therapeut hat entschieden.</translation>
    </message>
    <message>
        <source>The thigh and the shank sensor are swapped; put the one marked T on the thigh and the one marked S just below the kneecap, then start again.</source>
        <translation>Die Sensoren sind vertauscht; den mit T am Oberschenkel und den mit S unter der Kniescheibe anbringen, dann neu beginnen.</translation>
    </message>
    <message>
        <source>The thigh and the shank sensor have changed places since this calibration; change them back or calibrate again.</source>
        <translation>Oberschenkel- und Unterschenkelsensor haben seit dieser Kalibrierung die Plätze getauscht; tauschen Sie sie zurück, oder kalibrieren Sie neu.</translation>
    </message>
    <message>
        <source>The thigh hardly moved, so standing cannot be told from sitting; stand still for five seconds, then bend the knees a few times.</source>
        <translation>Der Oberschenkel hat sich kaum bewegt, daher lässt sich Stehen nicht von Sitzen unterscheiden; stehen Sie fünf Sekunden still und beugen Sie dann ein paarmal die Knie.</translation>
    </message>
    <message>
        <source>The thigh sensor cannot be used.</source>
        <translation>Der Sensor am Oberschenkel ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>The thigh sensor is out of reach; come closer or switch it on.</source>
        <translation>Der Sensor am Oberschenkel ist außer Reichweite; näher kommen oder einschalten.</translation>
    </message>
    <message>
        <source>The thigh sensor is silent; waiting for it.</source>
        <translation>Der Sensor am Oberschenkel schweigt; es wird gewartet.</translation>
    </message>
    <message>
        <source>The thigh sensor is upside-down; turn it so that its arrow points to the hip, then start again.</source>
        <translation>Der Sensor am Oberschenkel sitzt kopfüber; den Pfeil zur Hüfte drehen und neu beginnen.</translation>
    </message>
    <message>
        <source>The thigh sensor loses {} % of its data; move the receiver closer.</source>
        <translation>Der Sensor am Oberschenkel verliert {} % seiner Daten; Empfänger näher stellen.</translation>
    </message>
    <message>
        <source>The thigh sensor was knocked beyond its range; the peak is higher than what is shown.</source>
        <translation>Der Stoß am Oberschenkelsensor ging über den Messbereich; die Spitze ist höher als gezeigt.</translation>
    </message>
    <message>
        <source>The thigh sensor&apos;s battery is at {} %; charge it after this session.</source>
        <translation>Der Akku des Oberschenkelsensors steht bei {} %; nach dieser Sitzung laden.</translation>
    </message>
    <message>
        <source>The thigh strap may have slipped: stand straight to check it, or calibrate again.</source>
        <translation>Das Band am Oberschenkel könnte verrutscht sein: zur Prüfung gerade stehen oder neu kalibrieren.</translation>
    </message>
    <message>
        <source>The thigh strap seems to have slipped: tighten it and calibrate again.</source>
        <translation>Das Band am Oberschenkel scheint verrutscht: festziehen und neu kalibrieren.</translation>
    </message>
    <message>
        <source>The thigh&apos;s muscle tremor rose to {} times that of the relaxed leg, and fell again after {}.</source>
        <translation>Das Muskelzittern des Oberschenkels stieg auf das {}-Fache des entspannten Beins und fiel nach {} wieder.</translation>
    </message>
    <message>
        <source>The {} changed by {}</source>
        <translation>{}: Änderung um {}</translation>
    </message>
    <message>
        <source>The {} of {} is far from {} to {}, where it lies in this exercise.</source>
        <translation>{}: {}; das liegt weit außerhalb von {} bis {}, wie es bei dieser Übung ist.</translation>
    </message>
    <message>
        <source>The {} sensor cannot follow turns beyond {} degrees per second, and a leg is faster; set it to 2000 and start again.</source>
        <translation>Der Sensor ({}) folgt Drehungen nur bis {} Grad pro Sekunde, ein Bein ist schneller; auf 2000 stellen und neu beginnen.</translation>
    </message>
    <message>
        <source>The {} sensor cannot measure more than {} g, and steps and landings are harder; set it to 16 g or more and start again.</source>
        <translation>Der Sensor ({}) misst höchstens {} g, Schritte und Landungen sind härter; auf 16 g oder mehr stellen und neu beginnen.</translation>
    </message>
    <message>
        <source>The {} sensor is upside-down; turn it so that its arrow points to the hip, then start again.</source>
        <translation>Der Sensor ({}) steht auf dem Kopf; so drehen, dass sein Pfeil zur Hüfte zeigt, dann neu beginnen.</translation>
    </message>
    <message>
        <source>The {} sensor measures only {} times a second, too seldom for fast movements; set it to 100 or more and start again.</source>
        <translation>Der Sensor ({}) misst nur {}-mal in der Sekunde, zu selten für schnelle Bewegungen; auf 100 oder mehr stellen und neu beginnen.</translation>
    </message>
    <message>
        <source>The {} sensor was knocked beyond its range; the peak is higher than what is shown.</source>
        <translation>Der Stoß am Sensor ({}) ging über den Messbereich; die Spitze ist höher als gezeigt.</translation>
    </message>
    <message>
        <source>There is no moment of rest; stand still with the knee straight for five seconds.</source>
        <translation>Es gab keinen Ruhemoment; fünf Sekunden still stehen, Knie gestreckt.</translation>
    </message>
    <message>
        <source>There is no sensor on the {} just now.</source>
        <translation>Gerade ist dort kein Sensor: {}.</translation>
    </message>
    <message>
        <source>This calibration is of the {} leg; calibrate this one.</source>
        <translation>Diese Kalibrierung gehört zum anderen Bein ({}); kalibrieren Sie dieses.</translation>
    </message>
    <message>
        <source>This calibration was made by another person; calibrate again.</source>
        <translation>Diese Kalibrierung stammt von einer anderen Person; kalibrieren Sie neu.</translation>
    </message>
    <message>
        <source>This calibration was made with other sensors; calibrate again.</source>
        <translation>Diese Kalibrierung wurde mit anderen Sensoren gemacht; kalibrieren Sie neu.</translation>
    </message>
    <message>
        <source>This computer has no Bluetooth adapter that can be used: plug one in, or start its Bluetooth service.</source>
        <translation>Dieser Rechner hat keinen verwendbaren Bluetooth-Adapter: einen einstecken oder den Bluetooth-Dienst starten.</translation>
    </message>
    <message>
        <source>This looks like {}; the plan says {}.</source>
        <translation>Das sieht aus wie {}; der Plan sagt {}.</translation>
    </message>
    <message>
        <source>This system hides the addresses of Bluetooth devices, so the DOT sensors cannot agree on a clock: their times are less exact.</source>
        <translation>Dieses System verbirgt die Adressen von Bluetooth-Geräten, die DOT-Sensoren können sich also auf keine Uhr einigen: ihre Zeiten sind weniger genau.</translation>
    </message>
    <message>
        <source>Tip from the hip, slowly</source>
        <translation>Aus der Hüfte kippen, langsam</translation>
    </message>
    <message>
        <source>Up on the toes</source>
        <translation>Auf die Zehen</translation>
    </message>
    <message>
        <source>Walk at ease</source>
        <translation>Locker gehen</translation>
    </message>
    <message>
        <source>Walking</source>
        <translation>Gehen</translation>
    </message>
    <message>
        <source>Wall squat</source>
        <translation>Wandsitz</translation>
    </message>
    <message>
        <source>What was recorded as {} at {} s cannot be read and is left out.</source>
        <translation>Was als {} bei {} s aufgenommen wurde, ist nicht lesbar und wird ausgelassen.</translation>
    </message>
    <message>
        <source>Zero uncertain: stand still with the knee straight, then do a few squats</source>
        <translation>Nullpunkt unsicher: mit gestrecktem Knie still stehen, dann ein paar Kniebeugen</translation>
    </message>
    <message>
        <source>a full one</source>
        <translation>einem vollen</translation>
    </message>
    <message>
        <source>a hold of {} s is longer than the set of {} s</source>
        <translation>{} s Halten dauern länger als der Satz von {} s</translation>
    </message>
    <message>
        <source>backward roll of the thigh</source>
        <translation>Rückwärtsrollen des Oberschenkels</translation>
    </message>
    <message>
        <source>change of knee flexion</source>
        <translation>Änderung der Kniebeugung</translation>
    </message>
    <message>
        <source>change of shank elevation</source>
        <translation>Änderung der Unterschenkelhebung</translation>
    </message>
    <message>
        <source>change of the shank&apos;s forward lean</source>
        <translation>Änderung der Vorneigung des Unterschenkels</translation>
    </message>
    <message>
        <source>change of thigh elevation</source>
        <translation>Änderung der Oberschenkelhebung</translation>
    </message>
    <message>
        <source>forward lean of the shank at rest</source>
        <translation>Vorneigung des Unterschenkels in Ruhe</translation>
    </message>
    <message>
        <source>forward swing of the thigh</source>
        <translation>Vorschwung des Oberschenkels</translation>
    </message>
    <message>
        <source>from rest to rest</source>
        <translation>von Ruhe zu Ruhe</translation>
    </message>
    <message>
        <source>has too few entries</source>
        <translation>hat zu wenige Einträge</translation>
    </message>
    <message>
        <source>height of the lift</source>
        <translation>Höhe des Hebens</translation>
    </message>
    <message>
        <source>highest rise of the thigh</source>
        <translation>höchster Anstieg des Oberschenkels</translation>
    </message>
    <message>
        <source>highest thigh elevation</source>
        <translation>höchste Oberschenkelhebung</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>knee flexion</source>
        <translation>Kniebeugung</translation>
    </message>
    <message>
        <source>knee flexion at rest</source>
        <translation>Kniebeugung in Ruhe</translation>
    </message>
    <message>
        <source>knee flexion on the step</source>
        <translation>Kniebeugung auf der Stufe</translation>
    </message>
    <message>
        <source>knee flexion while held</source>
        <translation>Kniebeugung beim Halten</translation>
    </message>
    <message>
        <source>largest knee flexion</source>
        <translation>größte Kniebeugung</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>left shank</source>
        <translation>linker Unterschenkel</translation>
    </message>
    <message>
        <source>left thigh</source>
        <translation>linker Oberschenkel</translation>
    </message>
    <message>
        <source>muscle tremor</source>
        <translation>Muskelzittern</translation>
    </message>
    <message>
        <source>muscle tremor against the relaxed leg</source>
        <translation>Muskelzittern gegenüber dem entspannten Bein</translation>
    </message>
    <message>
        <source>muscle tremor while held</source>
        <translation>Muskelzittern beim Halten</translation>
    </message>
    <message>
        <source>must be a list, its tables headed [[...]]</source>
        <translation>muss eine Liste sein, jede Tabelle unter [[...]]</translation>
    </message>
    <message>
        <source>must be a table of names and values</source>
        <translation>muss eine Tabelle aus Namen und Werten sein</translation>
    </message>
    <message>
        <source>must be a valid boolean (it says {})</source>
        <translation>muss true oder false sein (dort steht {})</translation>
    </message>
    <message>
        <source>must be a valid date</source>
        <translation>muss ein Datum sein, etwa 2026-01-31</translation>
    </message>
    <message>
        <source>must be a valid date (it says {})</source>
        <translation>muss ein Datum sein, etwa 2026-01-31 (dort steht {})</translation>
    </message>
    <message>
        <source>must be a valid integer (it says {})</source>
        <translation>muss eine ganze Zahl sein (dort steht {})</translation>
    </message>
    <message>
        <source>must be a valid number (it says {})</source>
        <translation>muss eine Zahl sein (dort steht {})</translation>
    </message>
    <message>
        <source>must be a valid string (it says {})</source>
        <translation>muss ein Text in Anführungszeichen sein (dort steht {})</translation>
    </message>
    <message>
        <source>must be greater than or equal to {} (it says {})</source>
        <translation>muss mindestens {} sein (dort steht {})</translation>
    </message>
    <message>
        <source>must be greater than {} (it says {})</source>
        <translation>muss größer als {} sein (dort steht {})</translation>
    </message>
    <message>
        <source>must be less than or equal to {} (it says {})</source>
        <translation>darf höchstens {} sein (dort steht {})</translation>
    </message>
    <message>
        <source>must be {} or {} (it says {})</source>
        <translation>muss {} oder {} sein (dort steht {})</translation>
    </message>
    <message>
        <source>no day is named</source>
        <translation>kein Tag ist genannt</translation>
    </message>
    <message>
        <source>no loudspeaker was found</source>
        <translation>kein Lautsprecher gefunden</translation>
    </message>
    <message>
        <source>outward swing of the thigh</source>
        <translation>Auswärtsschwung des Oberschenkels</translation>
    </message>
    <message>
        <source>over</source>
        <translation>über</translation>
    </message>
    <message>
        <source>peak acceleration of the thigh</source>
        <translation>Spitzenbeschleunigung des Oberschenkels</translation>
    </message>
    <message>
        <source>position held</source>
        <translation>gehaltene Stellung</translation>
    </message>
    <message>
        <source>range of the movement</source>
        <translation>Bewegungsumfang</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>right shank</source>
        <translation>rechter Unterschenkel</translation>
    </message>
    <message>
        <source>right thigh</source>
        <translation>rechter Oberschenkel</translation>
    </message>
    <message>
        <source>rise of the ankle</source>
        <translation>Anstieg des Knöchels</translation>
    </message>
    <message>
        <source>rise of the thigh from beginning to end</source>
        <translation>Anstieg des Oberschenkels von Anfang bis Ende</translation>
    </message>
    <message>
        <source>shank</source>
        <translation>Unterschenkel</translation>
    </message>
    <message>
        <source>shank elevation at rest</source>
        <translation>Unterschenkelhebung in Ruhe</translation>
    </message>
    <message>
        <source>shank tilt</source>
        <translation>Unterschenkelneigung</translation>
    </message>
    <message>
        <source>smallest knee flexion</source>
        <translation>kleinste Kniebeugung</translation>
    </message>
    <message>
        <source>speed over the ground</source>
        <translation>Geschwindigkeit über dem Boden</translation>
    </message>
    <message>
        <source>string should have at most {} characters (it says {})</source>
        <translation>darf höchstens {} Zeichen haben (dort steht {})</translation>
    </message>
    <message>
        <source>sway</source>
        <translation>Schwanken</translation>
    </message>
    <message>
        <source>the full {}</source>
        <translation>dem vollen Maß von {}</translation>
    </message>
    <message>
        <source>thigh</source>
        <translation>Oberschenkel</translation>
    </message>
    <message>
        <source>thigh elevation</source>
        <translation>Oberschenkelhebung</translation>
    </message>
    <message>
        <source>thigh elevation at rest</source>
        <translation>Oberschenkelhebung in Ruhe</translation>
    </message>
    <message>
        <source>thigh tilt</source>
        <translation>Oberschenkelneigung</translation>
    </message>
    <message>
        <source>this name is not known here</source>
        <translation>diesen Namen gibt es hier nicht</translation>
    </message>
    <message>
        <source>time in the air</source>
        <translation>Zeit in der Luft</translation>
    </message>
    <message>
        <source>time of the way back</source>
        <translation>Zeit für den Rückweg</translation>
    </message>
    <message>
        <source>time of the way there</source>
        <translation>Zeit für den Hinweg</translation>
    </message>
    <message>
        <source>under</source>
        <translation>unter</translation>
    </message>
    <message>
        <source>unrest at rest</source>
        <translation>Unruhe in Ruhe</translation>
    </message>
    <message>
        <source>unrest while held</source>
        <translation>Unruhe beim Halten</translation>
    </message>
    <message>
        <source>whole movement</source>
        <translation>ganze Bewegung</translation>
    </message>
    <message>
        <source>write the patient&apos;s code, not a name: letters, digits, dots, hyphens and underscores, such as &apos;P-014&apos;</source>
        <translation>hier steht das Kürzel, kein Name: Buchstaben, Ziffern, Punkte, Binde- und Unterstriche, etwa &apos;P-014&apos;</translation>
    </message>
    <message>
        <source>{} (at end of document)</source>
        <translation>{} (am Ende des Textes)</translation>
    </message>
    <message>
        <source>{} (at line {}, column {})</source>
        <translation>{} (Zeile {}, Spalte {})</translation>
    </message>
    <message>
        <source>{} (least {}, full {}) and came back, in {} ({} to {} s allowed). Posture and movement fit the exercise.</source>
        <translation>{} (mindestens {}, voll {}) und zurück, in {} ({} bis {} s erlaubt). Haltung und Bewegung passen zur Übung.</translation>
    </message>
    <message>
        <source>{} calls itself a {} but is none, so nothing is taken from it.</source>
        <translation>{} nennt sich {}, ist aber keiner; nichts wird davon übernommen.</translation>
    </message>
    <message>
        <source>{} can be watched up to {} s a repetition</source>
        <translation>{} kann bis zu {} s je Wiederholung beobachtet werden</translation>
    </message>
    <message>
        <source>{} cannot be read ({}).</source>
        <translation>{} ist nicht lesbar ({}).</translation>
    </message>
    <message>
        <source>{} cannot be written ({}); choose another folder or file name.</source>
        <translation>{} lässt sich nicht schreiben ({}); einen anderen Ordner oder Namen wählen.</translation>
    </message>
    <message>
        <source>{} cannot be written ({}); the note is not kept.</source>
        <translation>{} lässt sich nicht schreiben ({}); die Notiz ist nicht gesichert.</translation>
    </message>
    <message>
        <source>{} changed while it was read; open it again.</source>
        <translation>{} hat sich beim Lesen geändert; noch einmal öffnen.</translation>
    </message>
    <message>
        <source>{} does not answer: bring it near or end its link to other programs.</source>
        <translation>{} antwortet nicht: näher bringen oder die Verbindung zu anderen Programmen beenden.</translation>
    </message>
    <message>
        <source>{} does not exist; check the name.</source>
        <translation>{} gibt es nicht; den Namen prüfen.</translation>
    </message>
    <message>
        <source>{} has no hold</source>
        <translation>{} wird nicht gehalten</translation>
    </message>
    <message>
        <source>{} has no light to show itself by.</source>
        <translation>{} hat kein Licht, mit dem er sich zeigen könnte.</translation>
    </message>
    <message>
        <source>{} holds no movement of a leg.</source>
        <translation>{} enthält keine Bewegung eines Beins.</translation>
    </message>
    <message>
        <source>{} holds no whole chunk of data: nothing in it can be recovered.</source>
        <translation>{} enthält keinen ganzen Datenblock: nichts davon ist zu retten.</translation>
    </message>
    <message>
        <source>{} holds something foreign on {}; what was shown cannot be read.</source>
        <translation>{} enthält Fremdes auf {}; was gezeigt wurde, ist nicht lesbar.</translation>
    </message>
    <message>
        <source>{} holds what was recorded; choose another name for the result, so that nothing is lost.</source>
        <translation>{} enthält Aufgezeichnetes; für das Ergebnis einen anderen Namen wählen, damit nichts verloren geht.</translation>
    </message>
    <message>
        <source>{} is above stop_above ({})</source>
        <translation>{} liegt über stop_above ({})</translation>
    </message>
    <message>
        <source>{} is an MCAP file of another program: it does not say which leg it is of.</source>
        <translation>{} ist eine MCAP-Datei eines anderen Programms: sie sagt nicht, von welchem Bein sie ist.</translation>
    </message>
    <message>
        <source>{} is connected but has sent nothing for {} s.</source>
        <translation>{} ist verbunden, hat aber seit {} s nichts gesendet.</translation>
    </message>
    <message>
        <source>{} is done for a time; give duration_s instead</source>
        <translation>{} wird auf Zeit geübt; stattdessen duration_s angeben</translation>
    </message>
    <message>
        <source>{} is empty: nothing was recorded in it.</source>
        <translation>{} ist leer: nichts wurde darin aufgenommen.</translation>
    </message>
    <message>
        <source>{} is in the plan twice; give it one entry with more sets</source>
        <translation>{} steht zweimal im Plan; besser ein Eintrag mit mehr Sätzen</translation>
    </message>
    <message>
        <source>{} is no measurement</source>
        <translation>{} ist kein Messwert</translation>
    </message>
    <message>
        <source>{} is not a Patella recording (a table is read by `patella import`).</source>
        <translation>{} ist keine Aufnahme von Patella (eine Tabelle liest `patella import`).</translation>
    </message>
    <message>
        <source>{} is not a progression</source>
        <translation>{} ist keine Steigerung</translation>
    </message>
    <message>
        <source>{} is not a progression; did you mean {}?</source>
        <translation>{} ist keine Steigerung; war {} gemeint?</translation>
    </message>
    <message>
        <source>{} is not a progression; there is {}</source>
        <translation>{} ist keine Steigerung; es gibt {}</translation>
    </message>
    <message>
        <source>{} is not an exercise</source>
        <translation>{} ist keine Übung</translation>
    </message>
    <message>
        <source>{} is not an exercise; did you mean {}?</source>
        <translation>{} ist keine Übung; war {} gemeint?</translation>
    </message>
    <message>
        <source>{} is not there any more: switch it on and bring it near.</source>
        <translation>{} ist nicht mehr da: einschalten und näher bringen.</translation>
    </message>
    <message>
        <source>{} is the file that is read; choose another name for the result, so that it stays as it is.</source>
        <translation>{} ist die Datei, die gelesen wird; für das Ergebnis einen anderen Namen wählen, damit sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>{} only: below {} of the person&apos;s own usual range, though above the least of {}.</source>
        <translation>Nur {}: unter {} des eigenen üblichen Umfangs, wenn auch über dem Mindestmaß von {}.</translation>
    </message>
    <message>
        <source>{} only; {} is the least that counts.</source>
        <translation>Nur {}; {} zählen mindestens.</translation>
    </message>
    <message>
        <source>{} refused {}: {}.</source>
        <translation>{} hat {} abgelehnt: {}.</translation>
    </message>
    <message>
        <source>{} repetitions need {} s, the set has {} s</source>
        <translation>{} Wiederholungen brauchen {} s, der Satz hat {} s</translation>
    </message>
    <message>
        <source>{} sends much more than it was asked for: its firmware is faulty.</source>
        <translation>{} sendet viel mehr als verlangt: seine Firmware ist fehlerhaft.</translation>
    </message>
    <message>
        <source>{} sent {} bytes at once, where Bluetooth allows {}: its firmware is faulty.</source>
        <translation>{} sendete {} Bytes auf einmal, wo Bluetooth {} erlaubt: seine Firmware ist fehlerhaft.</translation>
    </message>
    <message>
        <source>{} stopped answering ({}).</source>
        <translation>{} antwortet nicht mehr ({}).</translation>
    </message>
    <message>
        <source>{} was assigned to the {}.</source>
        <translation>{} wurde zugeordnet: {}.</translation>
    </message>
    <message>
        <source>{} was let go.</source>
        <translation>{} wurde freigegeben.</translation>
    </message>
    <message>
        <source>{} was lost: bring it near, or charge it.</source>
        <translation>{} ist verloren: näher bringen oder laden.</translation>
    </message>
    <message>
        <source>{}: the {} was {}, {} the limit of {}.</source>
        <translation>{}: {} war {}, {} der Grenze von {}.</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>d MMM yy</source>
        <translation>dd.MM.yy</translation>
    </message>
</context>
<context>
    <name>freshness</name>
    <message>
        <source>Nothing new for {} s. The data shown is old.</source>
        <translation>Seit {} s nichts Neues. Die Anzeige ist alt.</translation>
    </message>
</context>
<context>
    <name>next</name>
    <message>
        <source>Is it {} again?</source>
        <translation>Wieder {}?</translation>
    </message>
    <message>
        <source>The last session was of the {}. Anybody else enters a code beside it.</source>
        <translation>Die letzte Sitzung war: {}. Wer anders da ist, gibt nebenan einen Code ein.</translation>
    </message>
    <message>
        <source>Yes, begin</source>
        <translation>Ja, beginnen</translation>
    </message>
    <message>
        <source>Ready to begin</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Begin any exercise, or write a prescription first.</source>
        <translation>Jede Übung kann beginnen, oder zuerst einen Plan schreiben.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>All done for today ✓</source>
        <translation>Für heute geschafft ✓</translation>
    </message>
    <message>
        <source>Rest the knee. Once more is always possible below.</source>
        <translation>Das Knie darf ruhen. Noch einmal geht unten immer.</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>Rückblick</translation>
    </message>
    <message>
        <source>Next: {}</source>
        <translation>Weiter: {}</translation>
    </message>
    <message>
        <source>Set {} of {}. Everything is ready.</source>
        <translation>Satz {} von {}. Alles ist bereit.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Whose prescription?</source>
        <translation>Wessen Plan?</translation>
    </message>
    <message>
        <source>The one in use is another patient&apos;s. Begin a session with that code, or use another prescription.</source>
        <translation>Der jetzige gehört jemand anderem. Eine Sitzung mit jenem Code beginnen oder einen anderen Plan verwenden.</translation>
    </message>
    <message>
        <source>Prescription</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Switch both sensors on</source>
        <translation>Beide Sensoren einschalten</translation>
    </message>
    <message>
        <source>T goes on the thigh, S below the kneecap; keep them within 5 m.</source>
        <translation>T gehört an den Oberschenkel, S unter die Kniescheibe; höchstens 5 m entfernt.</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>Sensoren</translation>
    </message>
    <message>
        <source>First calibrate</source>
        <translation>Zuerst kalibrieren</translation>
    </message>
    <message>
        <source>Straps on: stand still, swing, a few squats. About 30 seconds.</source>
        <translation>Bänder an: still stehen, schwingen, ein paar Kniebeugen. Etwa 30 Sekunden.</translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation>Kalibrieren</translation>
    </message>
    <message>
        <source>Not recording yet</source>
        <translation>Noch keine Aufnahme</translation>
    </message>
    <message>
        <source>What you do is kept only while it is recorded.</source>
        <translation>Behalten wird nur, was aufgenommen wird.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
</context>
<context>
    <name>overlay</name>
    <message>
        <source>Repetitions laid over each other</source>
        <translation>Wiederholungen übereinander</translation>
    </message>
</context>
<context>
    <name>overview</name>
    <message>
        <source>{} s without data</source>
        <translation>{} s ohne Daten</translation>
    </message>
</context>
<context>
    <name>pain</name>
    <message>
        <source>● during {}</source>
        <translation>● dabei {}</translation>
    </message>
    <message>
        <source>□ an hour after {}</source>
        <translation>□ eine Stunde danach {}</translation>
    </message>
    <message>
        <source>△ next morning {}</source>
        <translation>△ am nächsten Morgen {}</translation>
    </message>
</context>
<context>
    <name>plots</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Knee flexion, last 20 seconds</source>
        <translation>Kniebeugung, letzte 20 Sekunden</translation>
    </message>
    <message>
        <source>Leg lift, last 20 seconds</source>
        <translation>Beinhebung, letzte 20 Sekunden</translation>
    </message>
    <message>
        <source>Acceleration without gravity, last 20 seconds</source>
        <translation>Beschleunigung ohne Schwerkraft, letzte 20 Sekunden</translation>
    </message>
    <message>
        <source>target {}</source>
        <translation>Ziel {}</translation>
    </message>
</context>
<context>
    <name>readiness</name>
    <message>
        <source>is {}&apos;s, the session {}&apos;s</source>
        <translation>ist für {}, die Sitzung für {}</translation>
    </message>
    <message>
        <source>Prescription</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>Sensoren</translation>
    </message>
    <message>
        <source>none found yet</source>
        <translation>noch keiner gefunden</translation>
    </message>
    <message>
        <source>only one found</source>
        <translation>nur einer gefunden</translation>
    </message>
    <message>
        <source>both streaming</source>
        <translation>beide senden</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Akku</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>{} % at least</source>
        <translation>mindestens {} %</translation>
    </message>
    <message>
        <source>, more than an hour ago</source>
        <translation>, vor über einer Stunde</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>not recording</source>
        <translation>keine Aufnahme</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>{} GB free</source>
        <translation>{} GB frei</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Ready?</source>
        <translation>Bereit?</translation>
    </message>
</context>
<context>
    <name>sessions</name>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <translation>d. MMMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
</context>
<context>
    <name>sheets</name>
    <message>
        <source>at</source>
        <translation>bei</translation>
    </message>
    <message>
        <source>flight</source>
        <translation>Flug</translation>
    </message>
    <message>
        <source>height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>shank peak</source>
        <translation>Spitze Unterschenkel</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>Anstieg</translation>
    </message>
    <message>
        <source>bend</source>
        <translation>Beugung</translation>
    </message>
    <message>
        <source>attenuation</source>
        <translation>Dämpfung</translation>
    </message>
    <message>
        <source>stable after</source>
        <translation>stabil nach</translation>
    </message>
    <message>
        <source>{} in all; ≥ at the sensor&apos;s limit or at a low rate</source>
        <translation>{} insgesamt; ≥ an der Sensorgrenze oder bei niedriger Rate</translation>
    </message>
    <message>
        <source>Landings</source>
        <translation>Landungen</translation>
    </message>
    <message>
        <source>stance</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>sway</source>
        <translation>Schwanken</translation>
    </message>
    <message>
        <source>path</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>touched</source>
        <translation>aufgesetzt</translation>
    </message>
    <message>
        <source>against firm ground</source>
        <translation>gegen festen Boden</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>sway as RMS acceleration; less is steadier</source>
        <translation>Schwanken als RMS-Beschleunigung; weniger ist ruhiger</translation>
    </message>
    <message>
        <source>while recording</source>
        <translation>bei der Aufzeichnung</translation>
    </message>
    <message>
        <source>afterwards</source>
        <translation>nachträglich</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>kept beside the recording</source>
        <translation>stehen neben der Aufzeichnung</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>made</source>
        <translation>gemacht</translation>
    </message>
    <message>
        <source>No note yet.</source>
        <translation>Noch keine Notiz.</translation>
    </message>
    <message>
        <source>exercise</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>left of right</source>
        <translation>links von rechts</translation>
    </message>
    <message>
        <source>limb symmetry index: left in percent of right, mean ± SD of what counted</source>
        <translation>Symmetrieindex: links in Prozent von rechts, Mittel ± SD der gezählten</translation>
    </message>
    <message>
        <source>Left against right</source>
        <translation>Links gegen rechts</translation>
    </message>
    <message>
        <source>No exercise was done by both legs.</source>
        <translation>Keine Übung wurde mit beiden Beinen gemacht.</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>gezählt</translation>
    </message>
    <message>
        <source>range</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>return</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>leg</source>
        <translation>Bein</translation>
    </message>
</context>
<context>
    <name>signals</name>
    <message>
        <source>Knee flexion</source>
        <translation>Kniebeugung</translation>
    </message>
    <message>
        <source>Thigh elevation</source>
        <translation>Hebung des Oberschenkels</translation>
    </message>
    <message>
        <source>Tilt from rest</source>
        <translation>Neigung gegen die Ruhe</translation>
    </message>
    <message>
        <source>Acceleration</source>
        <translation>Beschleunigung</translation>
    </message>
    <message>
        <source>Angular rate</source>
        <translation>Drehrate</translation>
    </message>
    <message>
        <source>Knee sideways (trend)</source>
        <translation>Knie seitlich (Trend)</translation>
    </message>
    <message>
        <source>Knee rotation (trend)</source>
        <translation>Knierotation (Trend)</translation>
    </message>
    <message>
        <source>Muscle tremor (experimental)</source>
        <translation>Muskelzittern (experimentell)</translation>
    </message>
    <message>
        <source>degrees, band ± 1 SD</source>
        <translation>Grad, Band ± 1 SD</translation>
    </message>
    <message>
        <source>degrees above the horizontal</source>
        <translation>Grad über der Waagerechten</translation>
    </message>
    <message>
        <source>degrees; shank dashed</source>
        <translation>Grad; Unterschenkel gestrichelt</translation>
    </message>
    <message>
        <source>g, without gravity; shank dashed</source>
        <translation>g, ohne Schwerkraft; Unterschenkel gestrichelt</translation>
    </message>
    <message>
        <source>degrees a second about the knee; shank dashed</source>
        <translation>Grad je Sekunde um das Knie; Unterschenkel gestrichelt</translation>
    </message>
    <message>
        <source>degrees, trend only, band ± 1 SD</source>
        <translation>Grad, nur als Trend, Band ± 1 SD</translation>
    </message>
    <message>
        <source>decibels above 1 (m/s²)²</source>
        <translation>Dezibel über 1 (m/s²)²</translation>
    </message>
</context>
<context>
    <name>task</name>
    <message>
        <source>a strap is loose</source>
        <translation>ein Band ist locker</translation>
    </message>
    <message>
        <source>a strap may have slipped</source>
        <translation>Band verrutscht?</translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <source>{} × {}</source>
        <translation>{} × {}</translation>
    </message>
    <message>
        <source> · hold {} s</source>
        <translation> · {} s halten</translation>
    </message>
    <message>
        <source>cuff {} kg</source>
        <translation>Manschette {} kg</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>left knee</source>
        <translation>linkes Knie</translation>
    </message>
    <message>
        <source>right knee</source>
        <translation>rechtes Knie</translation>
    </message>
    <message>
        <source>both knees</source>
        <translation>beide Knie</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>Thigh</source>
        <translation>Oberschenkel</translation>
    </message>
    <message>
        <source>Shank</source>
        <translation>Unterschenkel</translation>
    </message>
    <message>
        <source>Posture not known</source>
        <translation>Haltung nicht bekannt</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Stehend</translation>
    </message>
    <message>
        <source>Sitting</source>
        <translation>Sitzend</translation>
    </message>
    <message>
        <source>Lying on the back</source>
        <translation>Rückenlage</translation>
    </message>
    <message>
        <source>Lying on the stomach</source>
        <translation>Bauchlage</translation>
    </message>
    <message>
        <source>Lying on the side, leg on top</source>
        <translation>Seitenlage, Bein oben</translation>
    </message>
    <message>
        <source>Lying on the side, leg below</source>
        <translation>Seitenlage, Bein unten</translation>
    </message>
    <message>
        <source>A sensor sends nothing. Check that both are switched on.</source>
        <translation>Ein Sensor sendet nichts. Sind beide eingeschaltet?</translation>
    </message>
    <message>
        <source>Not calibrated yet. Start the calibration.</source>
        <translation>Noch nicht kalibriert. Kalibrierung starten.</translation>
    </message>
    <message>
        <source>Data was lost on the way. The angle returns in a moment.</source>
        <translation>Daten gingen unterwegs verloren. Der Winkel kommt gleich zurück.</translation>
    </message>
    <message>
        <source>The movement was beyond the sensor&apos;s range.</source>
        <translation>Die Bewegung ging über den Messbereich.</translation>
    </message>
    <message>
        <source>The sensors are settling. Keep still for a moment.</source>
        <translation>Die Sensoren kommen zur Ruhe. Kurz stillhalten.</translation>
    </message>
    <message>
        <source>Too uncertain to show. Rest with the leg straight.</source>
        <translation>Zu unsicher. Kurz mit gestrecktem Bein ruhen.</translation>
    </message>
    <message>
        <source>A strap has slipped. Tighten it and calibrate again.</source>
        <translation>Ein Band ist verrutscht. Festziehen, neu kalibrieren.</translation>
    </message>
    <message>
        <source>A strap is loose. Tighten it.</source>
        <translation>Ein Band ist lose. Festziehen.</translation>
    </message>
    <message>
        <source>The sensors are getting ready. The angle comes with their data.</source>
        <translation>Die Sensoren werden bereit gemacht. Der Winkel kommt mit ihren Daten.</translation>
    </message>
    <message>
        <source>No angle without the thigh sensor.</source>
        <translation>Kein Winkel ohne den Sensor am Oberschenkel.</translation>
    </message>
    <message>
        <source>No angle without the shank sensor.</source>
        <translation>Kein Winkel ohne den Sensor am Unterschenkel.</translation>
    </message>
    <message>
        <source>No new data. The sensors are silent.</source>
        <translation>Keine neuen Daten. Die Sensoren schweigen.</translation>
    </message>
    <message>
        <source>The angle appears when the calibration is done.</source>
        <translation>Der Winkel erscheint nach der Kalibrierung.</translation>
    </message>
    <message>
        <source>clocks not compared yet</source>
        <translation>Uhren noch nicht verglichen</translation>
    </message>
    <message>
        <source>clocks cannot be compared: these sensors send no time</source>
        <translation>Uhren nicht vergleichbar: diese Sensoren senden keine Zeit</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>wird gesucht</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>sendet</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>schweigt</translation>
    </message>
    <message>
        <source>lost, reconnecting</source>
        <translation>verloren, verbindet neu</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>battery low</source>
        <translation>Akku schwach</translation>
    </message>
    <message>
        <source>losing data</source>
        <translation>verliert Daten</translation>
    </message>
    <message>
        <source>beyond its range</source>
        <translation>übersteuert</translation>
    </message>
    <message>
        <source>Not calibrated</source>
        <translation>Nicht kalibriert</translation>
    </message>
    <message>
        <source>Calibrating</source>
        <translation>Kalibriert gerade</translation>
    </message>
    <message>
        <source>Calibrated, fit good</source>
        <translation>Kalibriert, Sitz gut</translation>
    </message>
    <message>
        <source>Calibrated, fit poor</source>
        <translation>Kalibriert, Sitz mäßig</translation>
    </message>
    <message>
        <source>Calibration refused</source>
        <translation>Kalibrierung abgelehnt</translation>
    </message>
    <message>
        <source>Fits no longer: strap slipped</source>
        <translation>Passt nicht mehr: Band verrutscht</translation>
    </message>
    <message>
        <source>Calibrated, fit doubtful</source>
        <translation>Kalibriert, Sitz fraglich</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Way there</source>
        <translation>Hinweg</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>Rückweg</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Whole cycle</source>
        <translation>Ganzer Zyklus</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>Largest flexion</source>
        <translation>Größte Beugung</translation>
    </message>
    <message>
        <source>Smallest flexion</source>
        <translation>Kleinste Beugung</translation>
    </message>
    <message>
        <source>Flexion range</source>
        <translation>Beugeumfang</translation>
    </message>
    <message>
        <source>Flexion held</source>
        <translation>Gehaltene Beugung</translation>
    </message>
    <message>
        <source>Flexion at rest</source>
        <translation>Beugung in Ruhe</translation>
    </message>
    <message>
        <source>Flight</source>
        <translation>Flug</translation>
    </message>
    <message>
        <source>Peak acceleration</source>
        <translation>Spitzenbeschleunigung</translation>
    </message>
    <message>
        <source>Highest rise</source>
        <translation>Höchster Hub</translation>
    </message>
    <message>
        <source>Ankle rise</source>
        <translation>Knöchelhub</translation>
    </message>
    <message>
        <source>cuff weight</source>
        <translation>Gewichtsmanschette</translation>
    </message>
    <message>
        <source>deeper</source>
        <translation>tiefer</translation>
    </message>
    <message>
        <source>eyes closed</source>
        <translation>Augen geschlossen</translation>
    </message>
    <message>
        <source>higher step</source>
        <translation>höhere Stufe</translation>
    </message>
    <message>
        <source>lower chair</source>
        <translation>niedrigerer Stuhl</translation>
    </message>
    <message>
        <source>on a pillow</source>
        <translation>auf einem Kissen</translation>
    </message>
    <message>
        <source>resistance band</source>
        <translation>Widerstandsband</translation>
    </message>
    <message>
        <source>on one leg</source>
        <translation>auf einem Bein</translation>
    </message>
    <message>
        <source>on a Swiss ball</source>
        <translation>auf dem Gymnastikball</translation>
    </message>
    <message>
        <source>on an unsteady surface</source>
        <translation>auf unsicherem Grund</translation>
    </message>
    <message>
        <source>more weight</source>
        <translation>mehr Gewicht</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>gezählt</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>zu klein</translation>
    </message>
    <message>
        <source>short hold</source>
        <translation>kurz gehalten</translation>
    </message>
    <message>
        <source>wrong posture</source>
        <translation>falsche Haltung</translation>
    </message>
    <message>
        <source>data missing</source>
        <translation>Daten fehlen</translation>
    </message>
    <message>
        <source>strap slipped</source>
        <translation>Band verrutscht</translation>
    </message>
    <message>
        <source>angle not certain</source>
        <translation>Winkel nicht sicher</translation>
    </message>
    <message>
        <source>too fast</source>
        <translation>zu schnell</translation>
    </message>
    <message>
        <source>knee not straight</source>
        <translation>Knie nicht gestreckt</translation>
    </message>
    <message>
        <source>not all the way</source>
        <translation>nicht ganz</translation>
    </message>
    <message>
        <source>hip rolling</source>
        <translation>Hüfte rollt</translation>
    </message>
    <message>
        <source>feet apart</source>
        <translation>Füße auseinander</translation>
    </message>
    <message>
        <source>knee not locked</source>
        <translation>Knie nicht fest</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>zu lang</translation>
    </message>
    <message>
        <source>too short</source>
        <translation>zu kurz</translation>
    </message>
    <message>
        <source>another movement</source>
        <translation>andere Bewegung</translation>
    </message>
    <message>
        <source>the other leg</source>
        <translation>das andere Bein</translation>
    </message>
    <message>
        <source>left the chair</source>
        <translation>aufgestanden</translation>
    </message>
    <message>
        <source>thigh lifts off</source>
        <translation>Oberschenkel hebt ab</translation>
    </message>
    <message>
        <source>knee moves</source>
        <translation>Knie bewegt sich</translation>
    </message>
    <message>
        <source>unsteady</source>
        <translation>unruhig</translation>
    </message>
    <message>
        <source>decided by the therapist</source>
        <translation>von der Therapeutin entschieden</translation>
    </message>
</context>
</TS>
