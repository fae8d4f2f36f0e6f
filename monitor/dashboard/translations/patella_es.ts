<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>Banner</name>
    <message>
        <source>Shows the next message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalibrationCard</name>
    <message>
        <source>Still enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the guided calibration (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before there is a knee angle: stand still, swing the leg, do a few squats. About 30 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check both straps and calibrate again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>{} % lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss cannot be seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clocks not compared yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clocks {} ms apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording stopped: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Patient screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen (F11)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the set and pauses (Esc). The recording stays open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks this moment (space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space mark  ·  N note  ·  R my count  ·  P pain  ·  ← 10 s back  ·  Esc stop  ·  ? keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pain now? 0 none, 10 worst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pain {} of 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExerciseCard</name>
    <message>
        <source>No exercise chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one under Home, or simply begin: it will be recognised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set {} of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold {} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} repetitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! not counting: the measurement is not certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! this looks like: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>my count {}, Patella {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Sensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a code, no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient code, for example P-0142</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends this recording and begins another for this patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prescription yet. Write one, or open the file the therapist sent; or begin: exercises are recognised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a prescription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin without one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done ✓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · hold {} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} × {} repetitions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark this moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark with a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count a repetition myself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pain score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 seconds back, 10 seconds on (Review: 1 second)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift + ← →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review: one repetition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop: ends the set and pauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt + 1 to 6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home, Live, Review, Sensors, Prescription, Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab, Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next field, press the button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KneeCard</name>
    <message>
        <source>Knee flexion now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knee flexion {} s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · knee straight ✓</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LandingsTable</name>
    <message>
        <source>Landings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shank peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attenuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stable after</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LegDrawing</name>
    <message>
        <source>Leg position not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>Back to live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knee flexion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leg lift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thigh; shank dashed; degrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acceleration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thigh; shank dashed; g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knee flexion at this moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standing still, {} s ago; the recording goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>degrees, last 20 s, band ± 1 SD</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Loader</name>
    <message>
        <source>This recording could not be opened because of a fault in the program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>no patient chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteEdit</name>
    <message>
        <source>Note for this moment. Return keeps it, Esc forgets it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview of the session</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prescription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PainPage</name>
    <message>
        <source>How much does it hurt now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 none, 10 worst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pain {} of 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rest {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientScreen</name>
    <message>
        <source>Patella: patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It hurts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready when you are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set {} of {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrescriptionPage</name>
    <message>
        <source>Use this prescription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prescription text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prescription yet. Open the file the therapist sent, or write one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prescription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text that is mailed and recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing written yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! {} to mend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Can be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a prescription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! This file cannot be read as a prescription.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! The copy could not be written: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RepetitionDots</name>
    <message>
        <source>{} of {} repetitions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RepetitionsPanel</name>
    <message>
        <source>Percent of the repetition, or seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with another session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} in all; ≥ at the sensor&apos;s limit or at a low rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repetitions laid over each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a set with repetitions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n = {}, peak {} ± {}, mean and SD band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · the other session has no such set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · other (dashed) {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · symmetry index {} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RepetitionsTable</name>
    <message>
        <source>Repetitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No landing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No repetition yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pain {} of 10 after the last set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewDesk</name>
    <message>
        <source>All sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · {} comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · pain {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gaps: {}, {} s in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the review</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Opening {} …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RulerBar</name>
    <message>
        <source>A bar of 100 millimetres</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScrubBar</name>
    <message>
        <source>Position in the session</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SensorCard</name>
    <message>
        <source>Blink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets this sensor&apos;s light blink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be found again by a search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Battery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worn at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} samples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SensorsPage</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sensor yet. Switch both on, keep them within 5 m, and search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clocks not compared yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clocks {} ms apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} ms from arrival to screen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionList</name>
    <message>
        <source>Recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recording yet. Record a session under Live; it appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newest first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionStrip</name>
    <message>
        <source>Session so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} {} of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets and marks appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inches instead of centimetres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient looks from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ruler check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure this bar with a ruler and enter what you read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent here: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts are spoken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no voice.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskPage</name>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done ✓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an exercise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First calibrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not certain enough.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TracePanel</name>
    <message>
        <source>Trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knee flexion round the position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>downsampled {} to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every sample</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>I see it otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept beside the result; the recording is not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why was it counted, or not?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a repetition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why was repetition {} counted?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why was repetition {} not counted?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, asked {} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The therapist: {}. Kept beside the result.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WizardPage</name>
    <message>
        <source>Still enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start, standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start, lying down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On to the exercises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Again, standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The straps sit well. The knee angle is live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usable, but less sure. Once more with calm, larger movements is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three short steps, about 30 seconds. Nobody needs to touch the screen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>calibration</name>
    <message>
        <source>Stand still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swing the straight leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four slow squats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lie still, leg straight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift the straight leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide the heel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stand upright, knee straight, 5 seconds without moving.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knee straight: swing the leg to and fro, three times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bend both knees slowly, stand up again, four times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lie on your back, knee straight, 5 seconds without moving.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knee straight: lift and lower the leg, three times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide the heel towards you and away again, four times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the picture.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>Arabesque</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance on a BOSU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bend the knee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bend the knees slowly and come up again, four times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clamshell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Come back more slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagonal hop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not roll backwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-leg hop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the knee in and keep it there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward lunge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go down more slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hamstring curl, on the stomach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heel raise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heel to buttock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hop diagonally, land softly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the hips level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the hips still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the knee bent as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the knee straight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the thigh on the roll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep your feet together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep your feet where they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knee extension, seated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knee flexion, standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knee over the foot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knee to chest stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knees over the toes, slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land softly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land softly and stand still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leg out to the side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leg press</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leg straight back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leg straight forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lie still on your back with the knee straight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift and lower the straight leg, three times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift the leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift the straight leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift the straight leg sideways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift the top knee, feet together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift your hips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower more slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No swings seen: swing the leg that wears the sensors, from the hip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pedal lightly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press into the belt and hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the knee down and hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push, and come back slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quad set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return more slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse lunge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short arc quad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side leg raise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side-lying press into a belt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single-leg hop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single-leg squat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single-leg stance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sit to stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide back, stand tall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide down and hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide the heel towards you and back slowly, four times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split squat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stair climbing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stand as still as you can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stand still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stand still with the knee straight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stand up tall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing hip abduction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing hip extension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing hip flexion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stationary bike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back, sink, come up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step, sink, push back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still moving: keep both legs quiet for five seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straight down, straight up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straight leg raise, on the back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straight leg raise, on the side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straight leg raise, on the stomach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straighten fully on the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straighten the knee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straighten the knee fully</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swing the straight leg forward and back, three times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T stance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The knee hardly bent: bend it further, slowly and straight ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tip from the hip, slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up on the toes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk at ease</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall squat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>freshness</name>
    <message>
        <source>Nothing new for {} s. The data shown is old.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>overlay</name>
    <message>
        <source>Repetitions laid over each other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plots</name>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knee flexion, last 20 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leg lift, last 20 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acceleration without gravity, last 20 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>readiness</name>
    <message>
        <source>Sensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none found yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only one found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both streaming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Battery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} % at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, more than an hour ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} GB free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>left knee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right knee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thigh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posture not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lying on the back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lying on the stomach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lying on the side, leg on top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lying on the side, leg below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sensor sends nothing. Check that both are switched on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not calibrated yet. Start the calibration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data was lost on the way. The angle returns in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The movement was beyond the sensor&apos;s range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sensors are settling. Keep still for a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too uncertain to show. Rest with the leg straight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A strap has slipped. Tighten it and calibrate again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A strap is loose. Tighten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No new data. The sensors are silent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The angle appears when the calibration is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>searching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>streaming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost, reconnecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>battery low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>losing data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not calibrated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrated, fit good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrated, fit poor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>short hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong posture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>knee not straight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not all the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hip rolling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feet apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>knee not locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another movement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left the chair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thigh lifts off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>knee moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsteady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decided by the therapist</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
