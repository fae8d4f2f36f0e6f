"""The exercise under way: its watcher, its set, its dose."""

from __future__ import annotations

from monitor.exercises.balance import StanceDetector
from monitor.exercises.coach import live_cue
from monitor.exercises.definition import Exercise, Kind
from monitor.exercises.history import History
from monitor.exercises.isometric import NOT_VERIFIED
from monitor.exercises.landings import LandingDetector
from monitor.exercises.phases import Now, Phase
from monitor.exercises.prompted import LET_GO, UNFELT, PromptedPresses
from monitor.exercises.repetitions import Attempt
from monitor.exercises.sets import SET_GAP_S, OpenSet
from monitor.exercises.silences import Silences
from monitor.exercises.stage import Asked, Task, stage
from monitor.exercises.timed import CycleCounter
from monitor.exercises.watchers import Watcher, watcher_of
from monitor.leg import LegBlock
from monitor.results import BalanceTrial, ExerciseSet
from monitor.snapshot import ExerciseProgress
from monitor.values import Side

_LOOK_BACK_S = 4.0     # before the first recognised movement, for its rest;
_LOOK_BACK_ONE_S = 8.0 # before the first recognised rise, for one from a long seat, which tells too little
_CLEARLY_OVER_S = 4.0  # more than the gap: no attempt that began within it can still be open
_LEAST_GAP_S = 10.0    # between two sets, however short a rest is prescribed: one step takes that long
_LEAST_RECOGNISED = 3  # fewer of the same movement happen by chance, unless somebody said what they are


class Active:
    """Watches one exercise and gathers its attempts into sets.

    From sample `first` on; where it was recognised there, it looks back some seconds, but not before `free`.
    """

    def __init__(self, task: Task, side: Side, history: History, landings: LandingDetector, rate_hz: float,
                 start_ns: int, *, first: int, free: int = 0) -> None:
        exercise, done = task.exercise, task.done
        self.exercise, self.therapist_reps = exercise, 0
        back_s = _LOOK_BACK_ONE_S if exercise.kind is Kind.TRANSITION else _LOOK_BACK_S
        self.first = first if task.told else max(free, first - round(back_s * rate_hz))
        self._side, self._history, self._landings = side, history, landings
        self._rate_hz, self._start_ns = rate_hz, start_ns
        self._task, self._asked = task, Asked.of(exercise, task.prescribed)
        self._prompted = task.prompted and exercise.kind is Kind.ISOMETRIC
        self._set = OpenSet(exercise.id, side, task.prescribed)
        self._watcher: Watcher | None = self._new_watcher(self.first)
        self._stances = StanceDetector(history, rate_hz, start_ns, exercise.id)
        self._work = CycleCounter(exercise, exercise.cadence, history, rate_hz) if exercise.cadence else None
        self._silences = Silences(rate_hz)
        self._sets: list[ExerciseSet] = []
        self._trials: list[BalanceTrial] = []
        self._pushed = self._begun = self.first
        self._rest_from: int | None = None      # where the last set ended
        self._done, self._before, self._last = done, done, OpenSet(exercise.id, side)
        self._ended = self._last, False, 0      # the set that was ended, whether it made one, the own count

    def differs_from(self, seen: Exercise) -> bool:
        """Whether what was recognised contradicts the plan; standing and walking about contradict nothing."""
        passing = (Kind.BALANCE, Kind.TIMED)
        hops = seen.kind is self.exercise.kind is Kind.LANDING
        return seen.id != self.exercise.id and not hops and not {seen.kind, self.exercise.kind} & set(passing)

    def push(self, block: LegBlock, first: int) -> None:
        """Take the samples from number `first` on."""
        self._pushed = first + len(block)
        self._silences.push(block, first)
        if self._watcher is not None:
            for attempt in self._watcher.push(block, first):
                self._take(attempt)
        if self.exercise.kind is Kind.BALANCE:
            for trial in self._stances.push(block, first):
                self._trials.append(trial.result)
                self._rest_from, self._done = trial.last, self._done + 1
        if self._work is not None:
            self._work.push(block, first)
        if self._set.attempts and self._is_over(self._pushed, self._gap_s):
            self.end_set()

    def finish(self) -> None:
        """Nothing more comes."""
        self._finish_watching()
        trial = self._stances.finish() if self.exercise.kind is Kind.BALANCE else None
        self._trials += [trial.result] if trial is not None else []
        if self._work is not None:
            self._work.finish()
            self._sets += self._work.sets(self._side, self._start_ns, self._task.prescribed)
        self.end_set()

    def take_sets(self) -> list[ExerciseSet]:
        """The sets that ended since the last call."""
        sets, self._sets = self._sets, []
        return sets

    def take_trials(self) -> list[BalanceTrial]:
        trials, self._trials = self._trials, []
        return trials

    def set_so_far(self) -> ExerciseSet | None:
        return self._set.closed()

    def end_set(self) -> None:
        """Close the set under way and begin the next."""
        if self.exercise.kind is Kind.TRANSITION and not self._task.prompted:
            self._set.disown_first()
            self._set.disown_more(self._asked.reps)
        finished = self._set.closed(self._notes()) or self._timed_only()
        made = finished is not None and self._makes_a_set()
        self._ended = self._set, made, self.therapist_reps
        if finished is not None and made:
            self._sets.append(finished)
            self._begun = self._pushed
            self._rest_from = self._set.last_sample() or self._pushed
            self._done, self._last = self._done + 1, self._set
        self._set = OpenSet(self.exercise.id, self._side, self._task.prescribed)
        self.therapist_reps = 0
        if isinstance(self._watcher, PromptedPresses) and self._rest_from is not None:
            rested = self._rest_from + round(self._asked.rest_s * self._rate_hz)
            self._watcher.begin(rested, 0 if self._all_done else self._asked.reps)

    def reopen(self) -> bool:
        """Go on with the set that was ended last, unless it was whole or the next has begun.

        Returns whether it had made a set.
        """
        (ended, made, own), self._ended = self._ended, (self._set, False, 0)
        if self._set.attempts or not ended.attempts or 0 < self._asked.reps <= ended.counted:
            return False
        self._set, self._done, self.therapist_reps = ended, self._done - made, own
        return made

    def is_over(self, sample: int) -> bool:
        """Whether so long has passed since the last attempt that the exercise is over."""
        return self._is_over(sample, SET_GAP_S)

    def _is_over(self, sample: int, gap_s: float) -> bool:
        last = self._set.last_sample()
        begun = self.first if last is None else last
        if self._work is not None:
            begun = max(begun, self._work.last_sample)
        quiet = self._watcher is None or self._watcher.now.phase is Phase.READY
        return quiet and sample - begun > (gap_s + _CLEARLY_OVER_S) * self._rate_hz

    def hurt(self, score: int | None) -> bool:
        """Note a pain score with the set under way, or that there is none; false when no set is."""
        if not self._set.attempts:
            return False
        self._set.pain = score
        return True

    def withdraw(self, first: int) -> None:
        """What was taken for repetitions from sample `first` on, or still is, was part of something else."""
        self._finish_watching()
        self._watcher = None
        self._set.attempts = [a for a in self._set.attempts if a.last < first]

    def free_from(self, first: int) -> tuple[int, int]:
        """From where another exercise, seen from `first` on, may count, and before where not to look back.

        What made no set may have been it already; what made one is in that set alone.
        """
        makes_a_set = self._makes_a_set()
        if self._work is None and not makes_a_set and self._begun <= first:
            return self._begun, self._begun
        last = (self._set if makes_a_set else self._last).last_counted()
        return first, 0 if last is None else last + 1

    def interrupt(self, sample: int) -> None:
        """A pause: what is under way is given up, the set goes on."""
        self._watcher = self._new_watcher(sample)

    def progress(self, recognised: str) -> ExerciseProgress:
        """For the screen: the set under way, or the last one where no other is to come."""
        asked, now = self._asked, self._now()
        over = self._all_done and now.phase is Phase.READY
        number, shown = (self._done, self._last) if over else (self._done + 1, self._set)
        name, value, goal, valid = self._reading()
        where = stage(now, self._rate_hz, asked, last_set=number >= asked.sets,
                      complete=self._complete or over, rested_s=self._rested_s())
        held = now.samples if now.phase is Phase.HOLDING else 0
        return ExerciseProgress(
            exercise=self.exercise.id, title=self.exercise.title, set_number=number,
            sets_prescribed=asked.sets, reps_counted=shown.counted, reps_prescribed=asked.reps,
            hold_s=held / self._rate_hz, hold_prescribed_s=asked.hold_s, phase=where.phase,
            cue=self._cue(), signal_name=name, signal_value=value, signal_target=goal,
            signal_valid=valid, reps=shown.repetitions, recognised=recognised,
            therapist_reps=self.therapist_reps, phase_s=where.phase_s, tempo_s=where.tempo_s,
            rest_left_s=where.rest_left_s, experimental=self.exercise.experimental)

    def _cue(self) -> str:
        if isinstance(self._watcher, PromptedPresses):
            return LET_GO if self._watcher.letting_go else self.exercise.cue
        return live_cue(self.exercise, self._set.repetitions)

    def _now(self) -> Now:
        """What the leg is doing; standing still and walking are held for as long as they last."""
        if self._watcher is not None:
            return self._watcher.now
        began = self._stances.state.began
        if self._work is not None:
            began = self._work.current.first if self._work.current is not None else None
        return Now(Phase.READY, 0) if began is None else Now(Phase.HOLDING, self._pushed - began)

    @property
    def _all_done(self) -> bool:
        """Whether every set was done, and nobody has begun one more."""
        return self._done >= max(self._asked.sets, self._before + 1) and not self._set.attempts

    @property
    def _complete(self) -> bool:
        done = len(self._set.attempts) if self._prompted else self._set.counted
        return 0 < self._asked.reps <= done

    @property
    def _gap_s(self) -> float:
        """Without an attempt for so long, and the set is over: a set that is complete, sooner."""
        if not (self._task.told and self._complete):
            return SET_GAP_S
        return min(SET_GAP_S, max(_LEAST_GAP_S, self._asked.rest_s / 2))

    def _rested_s(self) -> float | None:
        """Since the last set was done; None while one is under way."""
        since = self._set.last_sample() if self._complete else None
        if not self._set.attempts:
            since = self._rest_from
        return None if since is None else (self._pushed - since) / self._rate_hz

    def _reading(self) -> tuple[str, float, float | None, bool]:
        """The primary signal now: name, value, target, valid."""
        phases = self.exercise.phases
        name = phases.signal.value if phases is not None else "flexion_deg"
        if self._history.samples == 0 or not hasattr(LegBlock, name):
            return name, 0.0, None, False
        now = self._history.between(self._history.samples - 1, self._history.samples)
        valid = bool(now.valid[0] if name == "flexion_deg" else now.oriented[0])
        return name, float(getattr(now, name)[0]), phases.target_deg if phases is not None else None, valid

    def _makes_a_set(self) -> bool:
        return self._task.told or self._set.counted >= _LEAST_RECOGNISED

    def _finish_watching(self) -> None:
        if self._watcher is not None:
            for attempt in self._watcher.finish():
                self._take(attempt)

    def _take(self, attempt: Attempt) -> None:
        last = self._set.last_sample()
        if last is not None and not attempt.amends and attempt.first - last > self._gap_s * self._rate_hz:
            self.end_set()
        self._set.take(attempt.not_counted("wrong_leg") if self._task.wrong_leg else attempt)
        if not self._task.prompted:
            self._part()

    def _part(self) -> None:
        """Nobody has said where a set begins and ends: the rhythm tells."""
        rises = self.exercise.kind is Kind.TRANSITION
        earlier = self._set.part(_LEAST_RECOGNISED, self._asked.reps if rises else 0)
        if earlier is not None:
            newer, self._set = self._set, earlier
            self.end_set()
            self._set = newer

    def _timed_only(self) -> ExerciseSet | None:
        """Presses without a prompt of which nothing was felt; None for other exercises."""
        done, least = self._pushed - self._begun, self._asked.hold_s * self._rate_hz
        if self.exercise.kind is not Kind.ISOMETRIC or self._prompted or not self._task.told or done < least:
            return None
        end_s = (self._history.time_ns(self._pushed - 1) - self._start_ns) * 1e-9
        return ExerciseSet(self.exercise.id, self._side, end_s - done / self._rate_hz, end_s, (),
                           self._task.prescribed, None, (NOT_VERIFIED,))

    def _notes(self) -> tuple[str, ...]:
        if not self._set.attempts:
            return ()
        timed = any(one.rule == UNFELT for one in self._set.repetitions)
        return ((NOT_VERIFIED,) * timed
                + self._silences.note(self._set.attempts[0].first, self._set.attempts[-1].last))

    def _new_watcher(self, first: int) -> Watcher | None:
        left = max(0, self._asked.reps - len(self._set.attempts)) if self._prompted else None
        return watcher_of(self.exercise, self._history, self._landings, self._rate_hz, self._start_ns,
                          hold_s=self._asked.hold_s, first=first, prompts=left)
