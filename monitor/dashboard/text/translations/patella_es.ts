<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Shows the next message</source>
        <translation>Muestra el siguiente mensaje</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} de {}</translation>
    </message>
</context>
<context>
    <name>CalibrationCard</name>
    <message>
        <source>Still enough</source>
        <translation>Bastante quieto</translation>
    </message>
    <message>
        <source>Moving enough</source>
        <translation>Bastante movimiento</translation>
    </message>
    <message>
        <source>Calibration done</source>
        <translation>Calibración</translation>
    </message>
    <message>
        <source>Start calibration</source>
        <translation>Calibrar</translation>
    </message>
    <message>
        <source>Opens the guided calibration (C)</source>
        <translation>Abre la calibración guiada (C)</translation>
    </message>
    <message>
        <source>Open the guide</source>
        <translation>Abrir la guía</translation>
    </message>
    <message>
        <source>Before there is a knee angle: stand still, swing the leg, do a few squats. About 30 seconds.</source>
        <translation>Antes de tener un ángulo de rodilla: quieto de pie, balancear la pierna, unas sentadillas. Unos 30 segundos.</translation>
    </message>
    <message>
        <source>Check both straps and calibrate again.</source>
        <translation>Revise ambas cintas y calibre de nuevo.</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>{} sensors well</source>
        <translation>{} sensores bien</translation>
    </message>
    <message>
        <source>{} % lost</source>
        <translation>{} % perdido</translation>
    </message>
    <message>
        <source>loss cannot be seen</source>
        <translation>pérdida no visible</translation>
    </message>
    <message>
        <source>Clocks {} ms apart</source>
        <translation>Relojes a {} ms</translation>
    </message>
    <message>
        <source>{} min ago</source>
        <translation>hace {} min</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>Not recording</source>
        <translation>Sin grabar</translation>
    </message>
    <message>
        <source>Recording stopped</source>
        <translation>Grabación detenida</translation>
    </message>
    <message>
        <source>Recording {}</source>
        <translation>Grabando {}</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Patient screen</source>
        <translation>Pantalla del paciente</translation>
    </message>
    <message>
        <source>Full screen (F11)</source>
        <translation>Pantalla completa (F11)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Ends the set and pauses (Esc). The recording stays open.</source>
        <translation>Termina la serie y pausa (Esc). La grabación sigue abierta.</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marca</translation>
    </message>
    <message>
        <source>Marks this moment (space)</source>
        <translation>Marca este momento (espacio)</translation>
    </message>
    <message>
        <source>Space mark  ·  N note  ·  R my count  ·  P pain  ·  ← 10 s back  ·  Esc stop  ·  ? keys</source>
        <translation>Espacio marca  ·  N nota  ·  R contar  ·  P dolor  ·  ← 10 s atrás  ·  Esc parar  ·  ? teclas</translation>
    </message>
    <message>
        <source>Space mark  ·  R my count  ·  P pain  ·  ? keys</source>
        <translation>Espacio marca  ·  R mi cuenta  ·  P dolor  ·  ? teclas</translation>
    </message>
    <message>
        <source>? keys</source>
        <translation>? teclas</translation>
    </message>
    <message>
        <source>Pain now? 0 none, 10 worst</source>
        <translation>¿Dolor ahora? 0 nada, 10 el peor</translation>
    </message>
    <message>
        <source>0 none, 10 worst</source>
        <translation>0 nada, 10 mucho</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Pain {} of 10</source>
        <translation>Dolor {} de 10</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
</context>
<context>
    <name>DaysStrip</name>
    <message>
        <source>Exercised on {} of the last {} days</source>
        <translation>Ejercicios en {} de los últimos {} días</translation>
    </message>
</context>
<context>
    <name>ExerciseCard</name>
    <message>
        <source>No exercise chosen</source>
        <translation>Ningún ejercicio elegido</translation>
    </message>
    <message>
        <source>Choose one under Home, or simply begin: it will be recognised.</source>
        <translation>Elija uno en Inicio o empiece sin más: se reconoce solo.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>set {} of {}</source>
        <translation>serie {} de {}</translation>
    </message>
    <message>
        <source>hold {} s</source>
        <translation>mantener {} s</translation>
    </message>
    <message>
        <source>{} repetitions</source>
        <translation>{} repeticiones</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} de {}</translation>
    </message>
    <message>
        <source>! not counting: the measurement is not certain</source>
        <translation>! no cuenta: la medida no es segura</translation>
    </message>
    <message>
        <source>! this looks like: {}</source>
        <translation>! parece: {}</translation>
    </message>
    <message>
        <source>my count {}, Patella {}</source>
        <translation>mi cuenta {}, Patella {}</translation>
    </message>
    <message>
        <source> (experimental)</source>
        <translation> (experimental)</translation>
    </message>
</context>
<context>
    <name>ExerciseRow</name>
    <message>
        <source>Once more</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Start {}</source>
        <translation>Empezar {}</translation>
    </message>
    <message>
        <source>done ✓</source>
        <translation>hecho ✓</translation>
    </message>
    <message>
        <source>{} of {} sets</source>
        <translation>{} de {} series</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Figures</source>
        <translation>Figuras</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Señales</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Series</translation>
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
        <translation>Sensores</translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation>Calibrar</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Grabar</translation>
    </message>
    <message>
        <source>Another exercise</source>
        <translation>Otro ejercicio</translation>
    </message>
    <message>
        <source>Starts the exercise chosen beside it</source>
        <translation>Empieza el ejercicio elegido al lado</translation>
    </message>
    <message>
        <source>Start another exercise</source>
        <translation>Empezar otro ejercicio</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>a code, no name</source>
        <translation>un código, no un nombre</translation>
    </message>
    <message>
        <source>Patient code, for example P-0142</source>
        <translation>Código, como P-0142</translation>
    </message>
    <message>
        <source>Patient code</source>
        <translation>Código del paciente</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Lado</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Nueva sesión</translation>
    </message>
    <message>
        <source>Ends this recording and begins another for this patient</source>
        <translation>Termina esta grabación y empieza otra para este paciente</translation>
    </message>
    <message>
        <source>day {} of {}</source>
        <translation>día {} de {}</translation>
    </message>
    <message>
        <source>{} of {} sets done</source>
        <translation>{} de {} series hechas</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Mark this moment</source>
        <translation>Marcar este momento</translation>
    </message>
    <message>
        <source>Mark with a note</source>
        <translation>Marca con nota</translation>
    </message>
    <message>
        <source>Count a repetition myself</source>
        <translation>Contar yo una repetición</translation>
    </message>
    <message>
        <source>Pain score</source>
        <translation>Nivel de dolor</translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation>Calibrar</translation>
    </message>
    <message>
        <source>10 seconds back, 10 seconds on (Review: 1 second)</source>
        <translation>10 segundos atrás, 10 segundos adelante (Revisión: 1 segundo)</translation>
    </message>
    <message>
        <source>Shift + ← →</source>
        <translation>Mayús + ← →</translation>
    </message>
    <message>
        <source>Review: one repetition</source>
        <translation>Revisión: una repetición</translation>
    </message>
    <message>
        <source>Review: a shorter or a longer stretch of the signals</source>
        <translation>Revisión: tramo más corto o más largo de las señales</translation>
    </message>
    <message>
        <source>Review: I see it otherwise, as it was live, save</source>
        <translation>Revisión: lo veo de otro modo, como fue en vivo, guardar</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Stop: ends the set and pauses</source>
        <translation>Parar: termina la serie y pausa</translation>
    </message>
    <message>
        <source>Patient screen</source>
        <translation>Pantalla del paciente</translation>
    </message>
    <message>
        <source>Ctrl + Z</source>
        <translation>Ctrl + Z</translation>
    </message>
    <message>
        <source>Undo what was done last</source>
        <translation>Deshacer lo último</translation>
    </message>
    <message>
        <source>Alt + 1 to 6</source>
        <translation>Alt + 1 a 6</translation>
    </message>
    <message>
        <source>Home, Live, Review, Sensors, Prescription, Settings</source>
        <translation>Inicio, En vivo, Revisión, Sensores, Plan, Ajustes</translation>
    </message>
    <message>
        <source>Tab, Return</source>
        <translation>Tab, Intro</translation>
    </message>
    <message>
        <source>Next field, press the button</source>
        <translation>Campo siguiente, pulsar el botón</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Esta lista</translation>
    </message>
</context>
<context>
    <name>KneeCard</name>
    <message>
        <source>Knee flexion now</source>
        <translation>Flexión de rodilla ahora</translation>
    </message>
    <message>
        <source>Knee flexion {} s ago</source>
        <translation>Flexión de rodilla hace {} s</translation>
    </message>
    <message>
        <source> · knee straight ✓</source>
        <translation> · rodilla recta ✓</translation>
    </message>
    <message>
        <source> · {}: left {} % of right</source>
        <translation> · {}: izquierda {} % de la derecha</translation>
    </message>
</context>
<context>
    <name>LatePainPanel</name>
    <message>
        <source>Pain {} of 10</source>
        <translation>Dolor {} de 10</translation>
    </message>
    <message>
        <source>Keep this answer</source>
        <translation>Guardar la respuesta</translation>
    </message>
    <message>
        <source>This morning: how much does the knee hurt?</source>
        <translation>Esta mañana: ¿cuánto duele la rodilla?</translation>
    </message>
    <message>
        <source>An hour later: how much does the knee hurt?</source>
        <translation>Una hora después: ¿cuánto duele la rodilla?</translation>
    </message>
    <message>
        <source>0 none, 10 worst. After {} sets, {} repetitions.</source>
        <translation>0 nada, 10 lo peor. Tras {} series, {} repeticiones.</translation>
    </message>
    <message>
        <source>! The answer could not be kept: {}</source>
        <translation>! No se pudo guardar la respuesta: {}</translation>
    </message>
    <message>
        <source>Answer kept</source>
        <translation>Respuesta guardada</translation>
    </message>
</context>
<context>
    <name>LegDrawing</name>
    <message>
        <source>Leg position not known</source>
        <translation>Posición de la pierna no conocida</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no conocida</translation>
    </message>
</context>
<context>
    <name>LegPanel</name>
    <message>
        <source>Leg</source>
        <translation>Pierna</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>Back to live</source>
        <translation>Volver en vivo</translation>
    </message>
    <message>
        <source>Knee flexion</source>
        <translation>Flexión de rodilla</translation>
    </message>
    <message>
        <source>Leg lift</source>
        <translation>Elevación</translation>
    </message>
    <message>
        <source>thigh; shank dashed; degrees</source>
        <translation>muslo; pierna a trazos; grados</translation>
    </message>
    <message>
        <source>Acceleration</source>
        <translation>Aceleración</translation>
    </message>
    <message>
        <source>thigh; shank dashed; g</source>
        <translation>muslo; pierna a trazos; g</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>today {} of {} sets</source>
        <translation>hoy {} de {} series</translation>
    </message>
    <message>
        <source>Knee flexion at this moment</source>
        <translation>Flexión en este momento</translation>
    </message>
    <message>
        <source>degrees, last 20 s, band ± 1 SD; L left, R right</source>
        <translation>grados, últimos 20 s, banda ± 1 DE; I izquierda, D derecha</translation>
    </message>
    <message>
        <source>L left, R right</source>
        <translation>I izquierda, D derecha</translation>
    </message>
    <message>
        <source>degrees</source>
        <translation>grados</translation>
    </message>
    <message>
        <source>standing still, {} s ago; the recording goes on</source>
        <translation>detenido, hace {} s; la grabación sigue</translation>
    </message>
    <message>
        <source>{} s ago</source>
        <translation>hace {} s</translation>
    </message>
    <message>
        <source>degrees, last 20 s, band ± 1 SD</source>
        <translation>grados, últimos 20 s, banda ± 1 DE</translation>
    </message>
</context>
<context>
    <name>Loader</name>
    <message>
        <source>This recording could not be opened because of a fault in the program.</source>
        <translation>Esta grabación no se pudo abrir por un fallo del programa.</translation>
    </message>
    <message>
        <source>This could not be saved because of a fault in the program.</source>
        <translation>No se pudo guardar por un fallo del programa.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>no patient chosen</source>
        <translation>ningún paciente elegido</translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation>Ajustes cambiados</translation>
    </message>
</context>
<context>
    <name>NextPanel</name>
    <message>
        <source>Done today</source>
        <translation>Hecho hoy</translation>
    </message>
</context>
<context>
    <name>NoteEdit</name>
    <message>
        <source>Note for this moment. Return keeps it, Esc forgets it.</source>
        <translation>Nota para este momento. Intro la guarda, Esc la descarta.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview of the session</source>
        <translation>Vista general de la sesión</translation>
    </message>
</context>
<context>
    <name>PaceGuide</name>
    <message>
        <source>Pace</source>
        <translation>Ritmo</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En vivo</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>Sensores</translation>
    </message>
    <message>
        <source>Prescription</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Prescription in use</source>
        <translation>Plan en uso</translation>
    </message>
</context>
<context>
    <name>PainPage</name>
    <message>
        <source>How much does it hurt now?</source>
        <translation>¿Cuánto duele ahora?</translation>
    </message>
    <message>
        <source>0 none, 10 worst</source>
        <translation>0 nada, 10 mucho</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Pain {} of 10</source>
        <translation>Dolor {} de 10</translation>
    </message>
    <message>
        <source>rest {}</source>
        <translation>pausa {}</translation>
    </message>
</context>
<context>
    <name>PatientScreen</name>
    <message>
        <source>Patella: patient</source>
        <translation>Patella: paciente</translation>
    </message>
    <message>
        <source>It hurts</source>
        <translation>Me duele</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>All done for today ✓</source>
        <translation>Todo hecho por hoy ✓</translation>
    </message>
    <message>
        <source>done ✓</source>
        <translation>hecho ✓</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Ready when you are</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>set {} of {}</source>
        <translation>serie {}/{}</translation>
    </message>
</context>
<context>
    <name>PrescriptionPage</name>
    <message>
        <source>Use this prescription</source>
        <translation>Usar este plan</translation>
    </message>
    <message>
        <source>Begin with an example</source>
        <translation>Empezar con un ejemplo</translation>
    </message>
    <message>
        <source>Prescription text</source>
        <translation>Texto del plan</translation>
    </message>
    <message>
        <source>No prescription yet. Open the file the therapist sent, or write one.</source>
        <translation>Aún no hay plan. Abra el archivo de su terapeuta o escriba uno.</translation>
    </message>
    <message>
        <source>Prescription</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>the text that is mailed and recorded</source>
        <translation>el texto que se envía y se graba</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Guardar copia…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Exercise to add</source>
        <translation>Ejercicio que añadir</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Nothing written yet</source>
        <translation>Nada escrito aún</translation>
    </message>
    <message>
        <source>! {} to mend</source>
        <translation>! {} por corregir</translation>
    </message>
    <message>
        <source>✓ Can be used</source>
        <translation>✓ Se puede usar</translation>
    </message>
    <message>
        <source>! This prescription is {}&apos;s, the session is {}&apos;s. Begin a session with that code on Home first?</source>
        <translation>! Este plan es de {}, la sesión es de {}. ¿Empezar antes en Inicio una sesión con ese código?</translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation>Usarlo de todos modos</translation>
    </message>
    <message>
        <source>! The prescription could not be kept: {}</source>
        <translation>! No se pudo guardar el plan: {}</translation>
    </message>
    <message>
        <source>✓ In use</source>
        <translation>✓ En uso</translation>
    </message>
    <message>
        <source>Open a prescription</source>
        <translation>Abrir un plan</translation>
    </message>
    <message>
        <source>! This file cannot be read as a prescription.</source>
        <translation>! Este archivo no se puede leer como plan.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Guardar copia</translation>
    </message>
    <message>
        <source>! The copy could not be written: {}</source>
        <translation>! No se pudo escribir la copia: {}</translation>
    </message>
</context>
<context>
    <name>RepetitionDots</name>
    <message>
        <source>{} of {} repetitions</source>
        <translation>{} de {} repeticiones</translation>
    </message>
</context>
<context>
    <name>RepetitionsPanel</name>
    <message>
        <source>Percent of the repetition, or seconds</source>
        <translation>Porcentaje de la repetición o segundos</translation>
    </message>
    <message>
        <source>Compare with another session</source>
        <translation>Comparar con otra sesión</translation>
    </message>
    <message>
        <source>Compare with …</source>
        <translation>Comparar con …</translation>
    </message>
    <message>
        <source>Repetitions laid over each other</source>
        <translation>Repeticiones superpuestas</translation>
    </message>
    <message>
        <source>Repetitions</source>
        <translation>Repeticiones</translation>
    </message>
    <message>
        <source>in seconds</source>
        <translation>en segundos</translation>
    </message>
    <message>
        <source>in percent</source>
        <translation>en porcentaje</translation>
    </message>
    <message>
        <source>Choose a set with repetitions.</source>
        <translation>Elija una serie con repeticiones.</translation>
    </message>
    <message>
        <source>, seconds</source>
        <translation>, segundos</translation>
    </message>
    <message>
        <source>, % of the repetition</source>
        <translation>, % de la repetición</translation>
    </message>
    <message>
        <source>other</source>
        <translation>otra</translation>
    </message>
    <message>
        <source> · {} (dashed) {} ± {}</source>
        <translation> · {} (discontinua) {} ± {}</translation>
    </message>
    <message>
        <source> · the other session has no such set</source>
        <translation> · la otra sesión no tiene esa serie</translation>
    </message>
    <message>
        <source> · symmetry index: left {} % of right</source>
        <translation> · simetría: izquierda {} % de la derecha</translation>
    </message>
    <message>
        <source>n = {}, peak {} ± {}</source>
        <translation>n = {}, pico {} ± {}</translation>
    </message>
    <message>
        <source>, mean and SD band</source>
        <translation>, media y banda de DE</translation>
    </message>
    <message>
        <source> · difference {}</source>
        <translation> · diferencia {}</translation>
    </message>
</context>
<context>
    <name>RepetitionsTable</name>
    <message>
        <source>Repetitions</source>
        <translation>Repeticiones</translation>
    </message>
    <message>
        <source>Landings</source>
        <translation>Aterrizajes</translation>
    </message>
    <message>
        <source>No landing yet.</source>
        <translation>Aún ningún aterrizaje.</translation>
    </message>
    <message>
        <source>No repetition yet.</source>
        <translation>Aún ninguna repetición.</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>pico</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>pausa</translation>
    </message>
    <message>
        <source>return</source>
        <translation>vuelta</translation>
    </message>
    <message>
        <source>height</source>
        <translation>altura</translation>
    </message>
    <message>
        <source>shank</source>
        <translation>pierna</translation>
    </message>
    <message>
        <source>bend</source>
        <translation>flexión</translation>
    </message>
    <message>
        <source>Pain {} of 10 after the last set</source>
        <translation>Dolor {} de 10 tras la última serie</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Equilibrio</translation>
    </message>
    <message>
        <source>No stance yet.</source>
        <translation>Todavía ningún apoyo.</translation>
    </message>
    <message>
        <source>time</source>
        <translation>duración</translation>
    </message>
    <message>
        <source>sway</source>
        <translation>balanceo</translation>
    </message>
    <message>
        <source>touched</source>
        <translation>apoyos</translation>
    </message>
    <message>
        <source>firm ground</source>
        <translation>suelo firme</translation>
    </message>
</context>
<context>
    <name>ReviewHead</name>
    <message>
        <source>All sessions</source>
        <translation>Todas las sesiones</translation>
    </message>
    <message>
        <source>Report, to read and print …</source>
        <translation>Informe, para leer e imprimir …</translation>
    </message>
    <message>
        <source>Table of every sample …</source>
        <translation>Tabla de todas las muestras …</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>Guardar …</translation>
    </message>
    <message>
        <source>Report or table (E)</source>
        <translation>Informe o tabla (E)</translation>
    </message>
    <message>
        <source>version {}</source>
        <translation>versión {}</translation>
    </message>
    <message>
        <source>Back to the review</source>
        <translation>Volver a la revisión</translation>
    </message>
    <message>
        <source>As it was live</source>
        <translation>Como fue en vivo</translation>
    </message>
    <message>
        <source>! damaged</source>
        <translation>! dañada</translation>
    </message>
    <message>
        <source>no gaps</source>
        <translation>sin huecos</translation>
    </message>
    <message>
        <source>gaps: {}, {} s in all</source>
        <translation>huecos: {}, {} s en total</translation>
    </message>
    <message>
        <source>gaps: {}</source>
        <translation>huecos: {}</translation>
    </message>
    <message>
        <source>! being analysed, {}; after that the angle as it was shown</source>
        <translation>! analizando, {}; después, el ángulo como se mostró</translation>
    </message>
    <message>
        <source>! being analysed, {}</source>
        <translation>! analizando, {}</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Opening {} …</source>
        <translation>Abriendo {} …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Saving, {} %</source>
        <translation>Guardando, {} %</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Guardado como {}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
</context>
<context>
    <name>RulerBar</name>
    <message>
        <source>A bar of 100 millimetres</source>
        <translation>Una barra de 100 milímetros</translation>
    </message>
</context>
<context>
    <name>ScrubBar</name>
    <message>
        <source>Position in the session</source>
        <translation>Posición en la sesión</translation>
    </message>
</context>
<context>
    <name>SensorCard</name>
    <message>
        <source>Blink</source>
        <translation>Parpadear</translation>
    </message>
    <message>
        <source>Lets this sensor&apos;s light blink</source>
        <translation>Hace parpadear la luz de este sensor</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Reconectar</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Número de serie</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Batería</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Señal</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Frecuencia</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdido</translation>
    </message>
    <message>
        <source>Connected again</source>
        <translation>Reconectado</translation>
    </message>
    <message>
        <source>Beyond the range</source>
        <translation>Fuera de rango</translation>
    </message>
    <message>
        <source>Worn at</source>
        <translation>Colocado en</translation>
    </message>
    <message>
        <source>cannot be seen</source>
        <translation>no visible</translation>
    </message>
    <message>
        <source>{} samples</source>
        <translation>{} muestras</translation>
    </message>
</context>
<context>
    <name>SensorsPage</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>No sensor yet. Switch both on, keep them within 5 m, and search.</source>
        <translation>Aún no hay sensores. Encienda ambos, a menos de 5 m, y busque.</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>Sensores</translation>
    </message>
    <message>
        <source>clocks {} ms apart</source>
        <translation>relojes a {} ms</translation>
    </message>
    <message>
        <source>{} ms from arrival to screen</source>
        <translation>{} ms de la llegada a la pantalla</translation>
    </message>
</context>
<context>
    <name>SessionList</name>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <source>No recording yet. Record a session under Live; it appears here.</source>
        <translation>Aún no hay grabaciones. Grabe una sesión en En vivo; aparecerá aquí.</translation>
    </message>
    <message>
        <source>No recording fits. Search for less, or over more days.</source>
        <translation>Ninguna grabación coincide. Busque menos, o en más días.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Knee</source>
        <translation>Rodilla</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Observaciones</translation>
    </message>
    <message>
        <source>Search: patient, day, month, left …</source>
        <translation>Buscar: paciente, día, mes, izquierda …</translation>
    </message>
    <message>
        <source>Search the recordings</source>
        <translation>Buscar en las grabaciones</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>Todos los días</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>Over how many days</source>
        <translation>En cuántos días</translation>
    </message>
</context>
<context>
    <name>SessionStrip</name>
    <message>
        <source>Session so far</source>
        <translation>Sesión hasta ahora</translation>
    </message>
    <message>
        <source>{} {} of {}</source>
        <translation>{} {} de {}</translation>
    </message>
    <message>
        <source>Sets and marks appear here.</source>
        <translation>Aquí aparecen series y marcas.</translation>
    </message>
    <message>
        <source>mark {}</source>
        <translation>marca {}</translation>
    </message>
</context>
<context>
    <name>SetList</name>
    <message>
        <source>Sets</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Landings</source>
        <translation>Aterrizajes</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Equilibrio</translation>
    </message>
    <message>
        <source>Left against right</source>
        <translation>Izquierda y derecha</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} de {}</translation>
    </message>
    <message>
        <source> · pain {}</source>
        <translation> · dolor {}</translation>
    </message>
    <message>
        <source> · {} comments</source>
        <translation> · {} avisos</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Sonidos</translation>
    </message>
    <message>
        <source>Spoken counts</source>
        <translation>Cuenta hablada</translation>
    </message>
    <message>
        <source>Centimetres</source>
        <translation>Centímetros</translation>
    </message>
    <message>
        <source>Inches</source>
        <translation>Pulgadas</translation>
    </message>
    <message>
        <source>Open it when an exercise is started on Home</source>
        <translation>Abrirla al empezar un ejercicio en Inicio</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Aspecto e idioma</translation>
    </message>
    <message>
        <source>Lengths in</source>
        <translation>Longitudes en</translation>
    </message>
    <message>
        <source>Patient&apos;s screen</source>
        <translation>Pantalla del paciente</translation>
    </message>
    <message>
        <source>Looked at from</source>
        <translation>Se mira desde</translation>
    </message>
    <message>
        <source>Ruler check: measure this bar and enter what you read.</source>
        <translation>Regla: mida esta barra y escriba lo que lee.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Hear: {}</source>
        <translation>Escuchar: {}</translation>
    </message>
    <message>
        <source>the target is reached</source>
        <translation>objetivo alcanzado</translation>
    </message>
    <message>
        <source>it is being held</source>
        <translation>se mantiene</translation>
    </message>
    <message>
        <source>one more is counted</source>
        <translation>una más contada</translation>
    </message>
    <message>
        <source>a sensor needs you</source>
        <translation>un sensor le necesita</translation>
    </message>
    <message>
        <source>the next step begins</source>
        <translation>siguiente paso</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>Without the screen</source>
        <translation>Sin la pantalla</translation>
    </message>
    <message>
        <source>Tap twice on a sensor&apos;s housing: the next exercise starts, or the one under way pauses and goes on. Hops switch this off.</source>
        <translation>Toque dos veces la caja de un sensor: empieza el ejercicio siguiente, o el que está en marcha se detiene y sigue. En los saltos no funciona.</translation>
    </message>
    <message>
        <source>Every page and button is reached by keys: press ? for the list.</source>
        <translation>A cada página y botón se llega con el teclado: ? muestra la lista.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Second monitor, if any</source>
        <translation>La segunda, si la hay</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Shown on</source>
        <translation>Se muestra en</translation>
    </message>
    <message>
        <source>Measured length</source>
        <translation>Longitud medida</translation>
    </message>
    <message>
        <source>Silent here: {}.</source>
        <translation>Sin sonido aquí: {}.</translation>
    </message>
    <message>
        <source>Counts are spoken.</source>
        <translation>La cuenta se dice en voz alta.</translation>
    </message>
    <message>
        <source>This system has no voice.</source>
        <translation>Este sistema no tiene voz.</translation>
    </message>
</context>
<context>
    <name>SheetPanel</name>
    <message>
        <source>A note of this moment</source>
        <translation>Una nota de este momento</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Retirarla</translation>
    </message>
</context>
<context>
    <name>SignalPlot</name>
    <message>
        <source>  ·  beyond the axis: up to {}</source>
        <translation>  ·  fuera del eje: hasta {}</translation>
    </message>
    <message>
        <source>limit {}</source>
        <translation>límite {}</translation>
    </message>
    <message>
        <source>{} from rest</source>
        <translation>{} desde el reposo</translation>
    </message>
</context>
<context>
    <name>SoFarPanel</name>
    <message>
        <source>So far</source>
        <translation>Hasta ahora</translation>
    </message>
    <message>
        <source>Your days and changes appear here after the first session.</source>
        <translation>Tras la primera sesión aparecen aquí los días y los cambios.</translation>
    </message>
    <message>
        <source>last {}: {} repetitions</source>
        <translation>última {}: {} repeticiones</translation>
    </message>
    <message>
        <source>, pain {}</source>
        <translation>, dolor {}</translation>
    </message>
    <message>
        <source>{}, perhaps chance</source>
        <translation>{}, quizá azar</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>No repetition yet.</source>
        <translation>Aún ninguna repetición.</translation>
    </message>
    <message>
        <source>highest pain {} of 10</source>
        <translation>dolor máximo {} de 10</translation>
    </message>
    <message>
        <source>repetitions</source>
        <translation>repeticiones</translation>
    </message>
    <message>
        <source>of {} sets</source>
        <translation>de {} series</translation>
    </message>
</context>
<context>
    <name>TaskPage</name>
    <message>
        <source>{} more</source>
        <translation>faltan {}</translation>
    </message>
    <message>
        <source>Done ✓</source>
        <translation>Hecho ✓</translation>
    </message>
    <message>
        <source>Choose an exercise</source>
        <translation>Elija un ejercicio</translation>
    </message>
    <message>
        <source>First calibrate</source>
        <translation>Primero calibrar</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Descanso</translation>
    </message>
    <message>
        <source>Hold it there</source>
        <translation>Mantenga ahí</translation>
    </message>
    <message>
        <source>Next: {}</source>
        <translation>Ahora: {}</translation>
    </message>
    <message>
        <source>Start, or tap a sensor twice</source>
        <translation>Doble toque: empezar</translation>
    </message>
    <message>
        <source>or simply begin</source>
        <translation>o simplemente empiece</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
    <message>
        <source>of {}</source>
        <translation>de {}</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>Not certain enough.</source>
        <translation>No es bastante seguro.</translation>
    </message>
</context>
<context>
    <name>TodayPanel</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>No prescription yet. Write one, or open the file the therapist sent; or begin: exercises are recognised.</source>
        <translation>Aún no hay plan. Escriba uno, abra el archivo de su terapeuta, o empiece: los ejercicios se reconocen.</translation>
    </message>
    <message>
        <source>Write a prescription</source>
        <translation>Escribir un plan</translation>
    </message>
    <message>
        <source>Begin without one</source>
        <translation>Empezar sin plan</translation>
    </message>
</context>
<context>
    <name>TracePanel</name>
    <message>
        <source>Trace</source>
        <translation>Trazado</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Señales</translation>
    </message>
    <message>
        <source>Which signals to draw</source>
        <translation>Qué señales se dibujan</translation>
    </message>
    <message>
        <source>A longer stretch</source>
        <translation>Un tramo más largo</translation>
    </message>
    <message>
        <source>A shorter stretch</source>
        <translation>Un tramo más corto</translation>
    </message>
    <message>
        <source>downsampled {} to 1</source>
        <translation>reducido {} a 1</translation>
    </message>
    <message>
        <source>every sample</source>
        <translation>cada muestra</translation>
    </message>
    <message>
        <source>  ·  gap of {} s, shaded</source>
        <translation>  ·  hueco de {} s, sombreado</translation>
    </message>
    <message>
        <source>  ·  {} more: pull the edge up</source>
        <translation>  ·  {} más: suba el borde</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
</context>
<context>
    <name>TrendsPanel</name>
    <message>
        <source>Changes over the sessions</source>
        <translation>Cambios en las sesiones</translation>
    </message>
    <message>
        <source>band: what chance alone explains</source>
        <translation>banda: lo que explica el azar</translation>
    </message>
    <message>
        <source>Which exercise&apos;s changes</source>
        <translation>Cambios de qué ejercicio</translation>
    </message>
    <message>
        <source>Changes appear here after the second session of an exercise.</source>
        <translation>Los cambios aparecen aquí tras la segunda sesión de un ejercicio.</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>Dolor</translation>
    </message>
    <message>
        <source>The clearest changes</source>
        <translation>Los cambios más claros</translation>
    </message>
    <message>
        <source>{} ✓ a real change: more than {}</source>
        <translation>{} ✓ cambio real: más de {}</translation>
    </message>
    <message>
        <source>{} · may be chance: less than {}</source>
        <translation>{} · puede ser azar: menos de {}</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Takes it back (Ctrl + Z)</source>
        <translation>Lo deshace (Ctrl + Z)</translation>
    </message>
</context>
<context>
    <name>WhereTheyGo</name>
    <message>
        <source>Where they go</source>
        <translation>Dónde van</translation>
    </message>
    <message>
        <source>T: on the outside of the thigh, a hand&apos;s breadth above the knee.</source>
        <translation>T: por fuera del muslo, un palmo por encima de la rodilla.</translation>
    </message>
    <message>
        <source>S: on the shin, just below the kneecap.</source>
        <translation>S: en la espinilla, justo debajo de la rótula.</translation>
    </message>
    <message>
        <source>Arrows point to the hip. Straps snug: no sensor rocks when it is tapped.</source>
        <translation>Las flechas apuntan a la cadera. Cintas firmes: ningún sensor se mueve al tocarlo.</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>I see it otherwise</source>
        <translation>Yo lo veo distinto</translation>
    </message>
    <message>
        <source>Kept beside the result; the recording is not changed</source>
        <translation>Se guarda junto al resultado; la grabación no cambia</translation>
    </message>
    <message>
        <source>Why was it counted, or not?</source>
        <translation>¿Por qué contó o no?</translation>
    </message>
    <message>
        <source>Click a repetition.</source>
        <translation>Haga clic en una repetición.</translation>
    </message>
    <message>
        <source>Why was repetition {} counted?</source>
        <translation>¿Por qué contó la repetición {}?</translation>
    </message>
    <message>
        <source>Why was repetition {} not counted?</source>
        <translation>¿Por qué no contó la repetición {}?</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Retirarlo</translation>
    </message>
    <message>
        <source>What was said of repetition {}?</source>
        <translation>¿Qué se dijo de la repetición {}?</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>Pico</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duró</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>, asked {} s</source>
        <translation>, pedido {} s</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>contada</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>no contada</translation>
    </message>
    <message>
        <source>The therapist: {}. Kept beside the result.</source>
        <translation>Terapeuta: {}. Guardado junto al resultado.</translation>
    </message>
</context>
<context>
    <name>WizardPage</name>
    <message>
        <source>Still enough</source>
        <translation>Bastante quieto</translation>
    </message>
    <message>
        <source>Moving enough</source>
        <translation>Bastante movimiento</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>Este paso</translation>
    </message>
    <message>
        <source>Start, standing</source>
        <translation>Empezar de pie</translation>
    </message>
    <message>
        <source>Start, lying down</source>
        <translation>Empezar tumbado</translation>
    </message>
    <message>
        <source>Repeat this step</source>
        <translation>Repetir este paso</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>On to the exercises</source>
        <translation>A los ejercicios</translation>
    </message>
    <message>
        <source>Again, standing</source>
        <translation>Otra vez, de pie</translation>
    </message>
    <message>
        <source>The straps sit well. The knee angle is live.</source>
        <translation>Las cintas están bien. El ángulo está en vivo.</translation>
    </message>
    <message>
        <source>Usable, but less sure. Once more with calm, larger movements is better.</source>
        <translation>Usable, pero menos seguro. Mejor otra vez con movimientos tranquilos y amplios.</translation>
    </message>
    <message>
        <source>Three short steps, about 30 seconds. Nobody needs to touch the screen.</source>
        <translation>Tres pasos cortos, unos 30 segundos. Nadie tiene que tocar la pantalla.</translation>
    </message>
    <message>
        <source>Silent here: {}. Watch the bars.</source>
        <translation>Aquí sin sonido: {}. Mire las barras.</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Note kept</source>
        <translation>Nota guardada</translation>
    </message>
    <message>
        <source>Moment marked</source>
        <translation>Momento marcado</translation>
    </message>
    <message>
        <source>Counted by you</source>
        <translation>Contada por usted</translation>
    </message>
    <message>
        <source>Pain {} of 10 kept</source>
        <translation>Dolor {} de 10 guardado</translation>
    </message>
    <message>
        <source>New session for {}</source>
        <translation>Nueva sesión para {}</translation>
    </message>
    <message>
        <source>Now worn at: {}</source>
        <translation>Ahora se lleva en: {}</translation>
    </message>
    <message>
        <source>Calibrated anew</source>
        <translation>Calibrado de nuevo</translation>
    </message>
    <message>
        <source>Recognised by the program</source>
        <translation>El programa reconoce el ejercicio</translation>
    </message>
    <message>
        <source>Begun: {}</source>
        <translation>Empezado: {}</translation>
    </message>
</context>
<context>
    <name>calibration</name>
    <message>
        <source>Once more: {}</source>
        <translation>Otra vez: {}</translation>
    </message>
    <message>
        <source>The knee axis came out alike, within {}°</source>
        <translation>El eje de la rodilla salió igual, con {}°</translation>
    </message>
    <message>
        <source>The knee moved about that axis, but for {}°</source>
        <translation>La rodilla giró sobre ese eje, salvo {}°</translation>
    </message>
    <message>
        <source>The knee bent by {}°</source>
        <translation>La rodilla se flexionó {}°</translation>
    </message>
    <message>
        <source>The leg was still for {} s</source>
        <translation>La pierna estuvo quieta {} s</translation>
    </message>
    <message>
        <source>The sensors&apos; clocks are {} ms apart, by your taps</source>
        <translation>Los relojes de los sensores difieren {} ms, según los toques</translation>
    </message>
    <message>
        <source>Stand still</source>
        <translation>Quieto de pie</translation>
    </message>
    <message>
        <source>Swing the straight leg</source>
        <translation>Balancear la pierna recta</translation>
    </message>
    <message>
        <source>Four slow squats</source>
        <translation>Cuatro sentadillas lentas</translation>
    </message>
    <message>
        <source>Lie still, leg straight</source>
        <translation>Tumbado quieto, pierna recta</translation>
    </message>
    <message>
        <source>Lift the straight leg</source>
        <translation>Levantar la pierna recta</translation>
    </message>
    <message>
        <source>Slide the heel</source>
        <translation>Deslizar el talón</translation>
    </message>
    <message>
        <source>Calibrating</source>
        <translation>Calibrando</translation>
    </message>
    <message>
        <source>Stand upright, knee straight, 5 seconds without moving.</source>
        <translation>De pie, rodilla recta, 5 segundos sin moverse.</translation>
    </message>
    <message>
        <source>Knee straight: swing the leg to and fro, three times.</source>
        <translation>Rodilla recta: balancear la pierna tres veces.</translation>
    </message>
    <message>
        <source>Bend both knees slowly, stand up again, four times.</source>
        <translation>Doblar despacio ambas rodillas y subir, cuatro veces.</translation>
    </message>
    <message>
        <source>Lie on your back, knee straight, 5 seconds without moving.</source>
        <translation>Boca arriba, rodilla recta, 5 segundos sin moverse.</translation>
    </message>
    <message>
        <source>Knee straight: lift and lower the leg, three times.</source>
        <translation>Rodilla recta: subir y bajar la pierna tres veces.</translation>
    </message>
    <message>
        <source>Slide the heel towards you and away again, four times.</source>
        <translation>Deslizar el talón hacia usted y volver, cuatro veces.</translation>
    </message>
    <message>
        <source>Follow the picture.</source>
        <translation>Siga la imagen.</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>Arabesque</source>
        <translation>Arabesco</translation>
    </message>
    <message>
        <source>Balance on a BOSU</source>
        <translation>Equilibrio en BOSU</translation>
    </message>
    <message>
        <source>Bend the knee</source>
        <translation>Doble la rodilla</translation>
    </message>
    <message>
        <source>Bend the knees slowly and come up again, four times</source>
        <translation>Doble despacio las rodillas y suba, cuatro veces</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>Puente</translation>
    </message>
    <message>
        <source>Calibrated</source>
        <translation>Calibrado</translation>
    </message>
    <message>
        <source>Clamshell</source>
        <translation>Almeja</translation>
    </message>
    <message>
        <source>Come back more slowly</source>
        <translation>Vuelva más despacio</translation>
    </message>
    <message>
        <source>Come back to the start</source>
        <translation>Vuelva al principio</translation>
    </message>
    <message>
        <source>Diagonal hop</source>
        <translation>Salto diagonal</translation>
    </message>
    <message>
        <source>Do not roll backwards</source>
        <translation>No ruede hacia atrás</translation>
    </message>
    <message>
        <source>Double-leg hop</source>
        <translation>Salto con dos piernas</translation>
    </message>
    <message>
        <source>Draw the knee in and keep it there</source>
        <translation>Acerque la rodilla y mantenga</translation>
    </message>
    <message>
        <source>Forward lunge</source>
        <translation>Zancada adelante</translation>
    </message>
    <message>
        <source>Go a little further</source>
        <translation>Un poco más lejos</translation>
    </message>
    <message>
        <source>Go down more slowly</source>
        <translation>Baje más despacio</translation>
    </message>
    <message>
        <source>Go further for it to count</source>
        <translation>Más lejos para que cuente</translation>
    </message>
    <message>
        <source>Hamstring curl, on the stomach</source>
        <translation>Curl femoral, boca abajo</translation>
    </message>
    <message>
        <source>Heel raise</source>
        <translation>Elevación de talones</translation>
    </message>
    <message>
        <source>Heel to buttock</source>
        <translation>Talón al glúteo</translation>
    </message>
    <message>
        <source>Hold a little longer</source>
        <translation>Aguante un poco más</translation>
    </message>
    <message>
        <source>Hop diagonally, land softly</source>
        <translation>Salte en diagonal, caiga suave</translation>
    </message>
    <message>
        <source>A checksum over the whole file is wrong, outside the measured data.</source>
        <translation>Una suma de control de todo el archivo es incorrecta, fuera de los datos medidos.</translation>
    </message>
    <message>
        <source>A new recording could not be begun: {}</source>
        <translation>No se pudo empezar otra grabación: {}</translation>
    </message>
    <message>
        <source>A strap is loose and shakes with every movement: tighten it and calibrate again.</source>
        <translation>Una cinta está floja y se agita con cada movimiento: apretarla y calibrar de nuevo.</translation>
    </message>
    <message>
        <source>A strap seems to have slipped: tighten both straps and calibrate again.</source>
        <translation>Parece que una cinta se ha movido: apretar ambas cintas y calibrar de nuevo.</translation>
    </message>
    <message>
        <source>The person got up outside the rhythm of the others, and stood or sat for long then: no repetition.</source>
        <translation>La persona se levantó fuera del ritmo de las demás y después estuvo mucho tiempo de pie o sentada: no es una repetición.</translation>
    </message>
    <message>
        <source>Bluetooth is switched off: switch it on in the system&apos;s settings.</source>
        <translation>El Bluetooth está apagado: encenderlo en los ajustes del sistema.</translation>
    </message>
    <message>
        <source>Damaged after {}.</source>
        <translation>Dañado después de {}.</translation>
    </message>
    <message>
        <source>Damaged between {} and {}.</source>
        <translation>Dañado entre {} y {}.</translation>
    </message>
    <message>
        <source>Damaged in {} more places.</source>
        <translation>Dañado en {} lugares más.</translation>
    </message>
    <message>
        <source>Ends at {} without having been closed: what came after is lost.</source>
        <translation>Termina en {} sin haberse cerrado: lo que vino después se ha perdido.</translation>
    </message>
    <message>
        <source>Fit uncertain: tighten the straps and calibrate again</source>
        <translation>Ajuste dudoso: apretar las cintas y calibrar de nuevo</translation>
    </message>
    <message>
        <source>Go a little further: the range was below {}, or below {} of the person&apos;s own usual range.</source>
        <translation>Llegar un poco más lejos: el recorrido fue menor de {}, o de {} del recorrido habitual propio.</translation>
    </message>
    <message>
        <source>Hold a little longer: it was held for {}, under {} of {} s.</source>
        <translation>Mantener un poco más: se mantuvo {}, menos de {} de {} s.</translation>
    </message>
    <message>
        <source>If you like, tap both sensors at the same time, three times: that checks their clocks</source>
        <translation>Si se quiere, tocar a la vez los dos sensores tres veces: así se comprueban sus relojes</translation>
    </message>
    <message>
        <source>It reached the end position and kept it.</source>
        <translation>Alcanzó la posición final y la mantuvo.</translation>
    </message>
    <message>
        <source>It took {}; from {} to {} s it is a repetition.</source>
        <translation>Duró {}; de {} a {} s es una repetición.</translation>
    </message>
    <message>
        <source>It was prompted and timed; neither muscle tremor nor a movement of the leg was felt, so the contraction is not verified.</source>
        <translation>Fue indicada y medida por tiempo; no se percibió ni temblor muscular ni movimiento de la pierna, así que la contracción no está verificada.</translation>
    </message>
    <message>
        <source>Keep the hips level</source>
        <translation>Caderas niveladas</translation>
    </message>
    <message>
        <source>Keep the hips still</source>
        <translation>Caderas quietas</translation>
    </message>
    <message>
        <source>Keep the knee bent as it is</source>
        <translation>Mantenga la flexión</translation>
    </message>
    <message>
        <source>Keep the knee straight</source>
        <translation>Rodilla recta</translation>
    </message>
    <message>
        <source>Keep the thigh down</source>
        <translation>Muslo abajo</translation>
    </message>
    <message>
        <source>Keep the thigh on the roll</source>
        <translation>Muslo sobre el rodillo</translation>
    </message>
    <message>
        <source>Keep your feet together</source>
        <translation>Pies juntos</translation>
    </message>
    <message>
        <source>Keep your feet where they are</source>
        <translation>No mueva los pies</translation>
    </message>
    <message>
        <source>Knee extension, seated</source>
        <translation>Extensión de rodilla, sentado</translation>
    </message>
    <message>
        <source>Knee flexion, standing</source>
        <translation>Flexión de rodilla, de pie</translation>
    </message>
    <message>
        <source>Knee over the foot</source>
        <translation>Rodilla sobre el pie</translation>
    </message>
    <message>
        <source>Knee to chest stretch</source>
        <translation>Rodilla al pecho</translation>
    </message>
    <message>
        <source>Knees over the toes, slowly</source>
        <translation>Rodillas sobre los pies, despacio</translation>
    </message>
    <message>
        <source>Known to be missing: {}.</source>
        <translation>Se sabe que faltan: {}.</translation>
    </message>
    <message>
        <source>Land softly</source>
        <translation>Caiga suave</translation>
    </message>
    <message>
        <source>Land softly and stand still</source>
        <translation>Caiga suave y quieto</translation>
    </message>
    <message>
        <source>Left leg: {}</source>
        <translation>Pierna izquierda: {}</translation>
    </message>
    <message>
        <source>Leg out to the side</source>
        <translation>Pierna al lado</translation>
    </message>
    <message>
        <source>Leg press</source>
        <translation>Prensa de piernas</translation>
    </message>
    <message>
        <source>Leg straight back</source>
        <translation>Pierna recta atrás</translation>
    </message>
    <message>
        <source>Leg straight forward</source>
        <translation>Pierna recta adelante</translation>
    </message>
    <message>
        <source>Let go and relax</source>
        <translation>Suelte y relaje</translation>
    </message>
    <message>
        <source>Lie still on your back with the knee straight</source>
        <translation>Quieto boca arriba con la rodilla recta</translation>
    </message>
    <message>
        <source>Lift and lower the straight leg, three times</source>
        <translation>Suba y baje la pierna recta, tres veces</translation>
    </message>
    <message>
        <source>Lift the leg</source>
        <translation>Levante la pierna</translation>
    </message>
    <message>
        <source>Lift the straight leg</source>
        <translation>Levantar la pierna recta</translation>
    </message>
    <message>
        <source>Lift the straight leg sideways</source>
        <translation>Levante la pierna recta de lado</translation>
    </message>
    <message>
        <source>Lift the top knee, feet together</source>
        <translation>Suba la rodilla, pies juntos</translation>
    </message>
    <message>
        <source>Lift your hips</source>
        <translation>Suba la cadera</translation>
    </message>
    <message>
        <source>Lower more slowly</source>
        <translation>Baje más despacio</translation>
    </message>
    <message>
        <source>No sensor was found for the {}: switch it on, bring it near, and end its link to other programs.</source>
        <translation>No se encontró ningún sensor ({}): encenderlo, acercarlo y cortar su conexión con otros programas.</translation>
    </message>
    <message>
        <source>No sensor was found: switch the sensors on, bring them near, and end their links to phones and other programs.</source>
        <translation>No se encontró ningún sensor: encenderlos, acercarlos y cortar su conexión con teléfonos y otros programas.</translation>
    </message>
    <message>
        <source>No swings seen: swing the leg that wears the sensors, from the hip</source>
        <translation>Sin balanceo: mueva desde la cadera la pierna con sensores</translation>
    </message>
    <message>
        <source>Not calibrated: stand still with the knee straight, then bend it a few times</source>
        <translation>Sin calibrar: estar de pie quieto con la rodilla recta y luego doblarla varias veces</translation>
    </message>
    <message>
        <source>One of the sensors sent nothing; switch both on and start again.</source>
        <translation>Un sensor no envió nada; encienda ambos y empiece de nuevo.</translation>
    </message>
    <message>
        <source>One sensor was silent for a while; check that both are on, then repeat this step.</source>
        <translation>Un sensor calló un rato; compruebe ambos y repita este paso.</translation>
    </message>
    <message>
        <source>One step at a time</source>
        <translation>Un escalón cada vez</translation>
    </message>
    <message>
        <source>Other leg, please</source>
        <translation>La otra pierna, por favor</translation>
    </message>
    <message>
        <source>Stop this exercise and ask your therapist: pain {} is above the limit of {}.</source>
        <translation>Pare este ejercicio y pregunte a su terapeuta: el dolor {} está por encima del límite de {}.</translation>
    </message>
    <message>
        <source>Pedal lightly</source>
        <translation>Pedalee suave</translation>
    </message>
    <message>
        <source>A strap seemed to have slipped in it; nothing is counted until it is calibrated again.</source>
        <translation>Durante ella parece haberse movido una cinta; no se cuenta nada hasta volver a calibrar.</translation>
    </message>
    <message>
        <source>And {} more problems in the prescription.</source>
        <translation>Y {} errores más en el plan.</translation>
    </message>
    <message>
        <source>Line {} of the prescription, {}: {}</source>
        <translation>Línea {} del plan, {}: {}</translation>
    </message>
    <message>
        <source>Line {} of the prescription, {}: {}.</source>
        <translation>Línea {} del plan, {}: {}.</translation>
    </message>
    <message>
        <source>Make it easier where you can: pain {}, and the plan aims at less than {}.</source>
        <translation>Hágalo más fácil si puede: dolor {}, y el plan busca menos de {}.</translation>
    </message>
    <message>
        <source>Not counted: a strap seems to have slipped</source>
        <translation>No cuenta: parece haberse movido una cinta</translation>
    </message>
    <message>
        <source>PortAudio is not installed</source>
        <translation>PortAudio no está instalado</translation>
    </message>
    <message>
        <source>Press into the belt and hold</source>
        <translation>Presione la cinta y mantenga</translation>
    </message>
    <message>
        <source>Press the knee down and hold</source>
        <translation>Presione la rodilla y mantenga</translation>
    </message>
    <message>
        <source>Push, and come back slowly</source>
        <translation>Empuje y vuelva despacio</translation>
    </message>
    <message>
        <source>Quad set</source>
        <translation>Tensar el cuádriceps</translation>
    </message>
    <message>
        <source>Return more slowly</source>
        <translation>Vuelva más despacio</translation>
    </message>
    <message>
        <source>Reverse lunge</source>
        <translation>Zancada atrás</translation>
    </message>
    <message>
        <source>Reverse slide</source>
        <translation>Deslizamiento atrás</translation>
    </message>
    <message>
        <source>Right leg: {}</source>
        <translation>Pierna derecha: {}</translation>
    </message>
    <message>
        <source>Sensor signal lost, once more</source>
        <translation>Señal perdida, otra vez</translation>
    </message>
    <message>
        <source>Short arc quad</source>
        <translation>Extensión corta</translation>
    </message>
    <message>
        <source>Side leg raise</source>
        <translation>Elevación lateral</translation>
    </message>
    <message>
        <source>Side-lying press into a belt</source>
        <translation>De lado, contra la cinta</translation>
    </message>
    <message>
        <source>Single-leg hop</source>
        <translation>Salto con una pierna</translation>
    </message>
    <message>
        <source>Single-leg squat</source>
        <translation>Sentadilla a una pierna</translation>
    </message>
    <message>
        <source>Single-leg stance</source>
        <translation>Apoyo en una pierna</translation>
    </message>
    <message>
        <source>Sit to stand</source>
        <translation>Levantarse de la silla</translation>
    </message>
    <message>
        <source>Slide back, stand tall</source>
        <translation>Deslice atrás, erguido</translation>
    </message>
    <message>
        <source>Slide down and hold</source>
        <translation>Baje deslizando y mantenga</translation>
    </message>
    <message>
        <source>Slide the heel towards you and back slowly, four times</source>
        <translation>Deslice el talón hacia usted y vuelva, cuatro veces</translation>
    </message>
    <message>
        <source>Slower, please</source>
        <translation>Más despacio, por favor</translation>
    </message>
    <message>
        <source>Split squat</source>
        <translation>Sentadilla dividida</translation>
    </message>
    <message>
        <source>Squat</source>
        <translation>Sentadilla</translation>
    </message>
    <message>
        <source>Stair climbing</source>
        <translation>Subir escaleras</translation>
    </message>
    <message>
        <source>Stand as still as you can</source>
        <translation>Quédese lo más quieto posible</translation>
    </message>
    <message>
        <source>Stand still</source>
        <translation>Quieto de pie</translation>
    </message>
    <message>
        <source>Stand still with the knee straight</source>
        <translation>Quieto de pie con la rodilla recta</translation>
    </message>
    <message>
        <source>Stand up tall</source>
        <translation>Levántese del todo</translation>
    </message>
    <message>
        <source>Standing hip abduction</source>
        <translation>Abducción de cadera, de pie</translation>
    </message>
    <message>
        <source>Standing hip extension</source>
        <translation>Extensión de cadera, de pie</translation>
    </message>
    <message>
        <source>Standing hip flexion</source>
        <translation>Flexión de cadera, de pie</translation>
    </message>
    <message>
        <source>Stationary bike</source>
        <translation>Bicicleta estática</translation>
    </message>
    <message>
        <source>Step back, sink, come up</source>
        <translation>Atrás, abajo, arriba</translation>
    </message>
    <message>
        <source>Step, sink, push back</source>
        <translation>Paso, abajo, atrás</translation>
    </message>
    <message>
        <source>Step-up</source>
        <translation>Subir al escalón</translation>
    </message>
    <message>
        <source>Still moving: keep both legs quiet for five seconds</source>
        <translation>Aún hay movimiento: piernas quietas cinco segundos</translation>
    </message>
    <message>
        <source>Straight down, straight up</source>
        <translation>Recto abajo, recto arriba</translation>
    </message>
    <message>
        <source>Straight leg raise, on the back</source>
        <translation>Elevación recta, boca arriba</translation>
    </message>
    <message>
        <source>Straight leg raise, on the side</source>
        <translation>Elevación recta, de lado</translation>
    </message>
    <message>
        <source>Straight leg raise, on the stomach</source>
        <translation>Elevación recta, boca abajo</translation>
    </message>
    <message>
        <source>Straighten fully on the step</source>
        <translation>Estire del todo en el escalón</translation>
    </message>
    <message>
        <source>Straighten the knee</source>
        <translation>Estire la rodilla</translation>
    </message>
    <message>
        <source>Straighten the knee fully</source>
        <translation>Estire la rodilla del todo</translation>
    </message>
    <message>
        <source>Swing the straight leg forward and back, three times</source>
        <translation>Balancee la pierna recta tres veces</translation>
    </message>
    <message>
        <source>T stance</source>
        <translation>Postura en T</translation>
    </message>
    <message>
        <source>Take the starting position</source>
        <translation>Tome la posición inicial</translation>
    </message>
    <message>
        <source>That was another movement</source>
        <translation>Eso fue otro movimiento</translation>
    </message>
    <message>
        <source>The Bluetooth adapter</source>
        <translation>El adaptador Bluetooth</translation>
    </message>
    <message>
        <source>The DOT sensors agree on one clock first, which takes about 20 s.</source>
        <translation>Los sensores DOT acuerdan primero un reloj, lo que tarda unos 20 s.</translation>
    </message>
    <message>
        <source>The DOT sensors did not agree on a clock, so their times are less exact: switch them off and on, and connect again.</source>
        <translation>Los sensores DOT no acordaron un reloj, así que sus tiempos son menos exactos: apagarlos, encenderlos y conectar de nuevo.</translation>
    </message>
    <message>
        <source>The analysis of this session stopped because of a fault in the program; the recording goes on and can be analysed later.</source>
        <translation>El análisis de esta sesión se detuvo por un fallo del programa; la grabación sigue y podrá analizarse después.</translation>
    </message>
    <message>
        <source>The angle was not certain in it; nothing is counted across that.</source>
        <translation>Durante ella el ángulo no era seguro; no se cuenta nada a través de eso.</translation>
    </message>
    <message>
        <source>The angle was not certain, once more</source>
        <translation>El ángulo no era seguro, una vez más</translation>
    </message>
    <message>
        <source>The body did not surely come to stand {} higher or lower: no step was climbed.</source>
        <translation>El cuerpo no quedó con seguridad {} más alto ni más bajo: no se subió ningún escalón.</translation>
    </message>
    <message>
        <source>The body rose by {} only; {} is the least that counts.</source>
        <translation>El cuerpo subió solo {}; {} es lo mínimo que cuenta.</translation>
    </message>
    <message>
        <source>The calibration cannot be read; calibrate again.</source>
        <translation>La calibración no se puede leer; calibrar de nuevo.</translation>
    </message>
    <message>
        <source>The disk is full: {} was not written; free some space and try again.</source>
        <translation>El disco está lleno: {} no se ha escrito; liberar espacio e intentarlo otra vez.</translation>
    </message>
    <message>
        <source>The disk is full; free some space and start a new recording.</source>
        <translation>Disco lleno; libere espacio y grabe de nuevo.</translation>
    </message>
    <message>
        <source>The exercise {} is not in the library.</source>
        <translation>El ejercicio {} no existe.</translation>
    </message>
    <message>
        <source>The knee hardly bent: bend it further, slowly and straight ahead</source>
        <translation>La rodilla casi no dobló: más, despacio y recto</translation>
    </message>
    <message>
        <source>The knee hardly bent; repeat the knee bends slowly, to about a right angle.</source>
        <translation>La rodilla casi no se dobló; repita despacio, hasta un ángulo recto.</translation>
    </message>
    <message>
        <source>The knee was bent in the still pose; keep still with the knee straight.</source>
        <translation>La rodilla estaba doblada en la postura quieta; permanecer quieto con la rodilla recta.</translation>
    </message>
    <message>
        <source>The knee&apos;s axis came out differently each time; check that both straps are tight, then repeat the slow knee bends straight ahead.</source>
        <translation>El eje de la rodilla salió distinto cada vez; apriete ambas cintas y repita despacio las flexiones hacia delante.</translation>
    </message>
    <message>
        <source>The leg moved faster than the sensors can follow; repeat this step more slowly.</source>
        <translation>La pierna se movió más rápido de lo que siguen los sensores; repetir este paso más despacio.</translation>
    </message>
    <message>
        <source>The leg moved too early; keep still again with the knee straight, for five seconds.</source>
        <translation>La pierna se movió demasiado pronto; permanecer otra vez quieto cinco segundos con la rodilla recta.</translation>
    </message>
    <message>
        <source>The leg swung sideways; repeat the swings with a straight knee, straight ahead and back.</source>
        <translation>La pierna osciló hacia un lado; repetir los balanceos con la rodilla recta, adelante y atrás.</translation>
    </message>
    <message>
        <source>The leg was never straight at rest; stand still with the knee straight for five seconds.</source>
        <translation>La pierna nunca estuvo recta en reposo; quédese quieto cinco segundos con la rodilla recta.</translation>
    </message>
    <message>
        <source>The link to the sensors stopped because of a fault in the program; please connect again.</source>
        <translation>La conexión con los sensores se detuvo por un fallo del programa; conectar de nuevo.</translation>
    </message>
    <message>
        <source>The list of your sensors in {} cannot be read ({}): delete it and assign the sensors again.</source>
        <translation>La lista de sus sensores en {} no se puede leer ({}): borrarla y asignar de nuevo los sensores.</translation>
    </message>
    <message>
        <source>The movement does not fit the exercise.</source>
        <translation>El movimiento no corresponde al ejercicio.</translation>
    </message>
    <message>
        <source>The movement stopped short of the end position.</source>
        <translation>El movimiento se quedó antes de la posición final.</translation>
    </message>
    <message>
        <source>The plan is for the other leg.</source>
        <translation>El plan es para la otra pierna.</translation>
    </message>
    <message>
        <source>The plan is for the other leg; the sensors are on the {}.</source>
        <translation>El plan es para la otra pierna; los sensores están a la {}.</translation>
    </message>
    <message>
        <source>The posture at rest, before and after, was not {}.</source>
        <translation>La postura en reposo, antes y después, no era: {}.</translation>
    </message>
    <message>
        <source>The prescription has {} lines; more than {} are not read (line {} and on). Check that it is the right file.</source>
        <translation>El plan tiene {} líneas; no se leen más de {} (desde la línea {}). Compruebe que es el archivo correcto.</translation>
    </message>
    <message>
        <source>The prescription is for patient {}, the session is {}&apos;s: check that it is the right one.</source>
        <translation>La prescripción es para el paciente {}, la sesión es de {}: compruebe que es la correcta.</translation>
    </message>
    <message>
        <source>The prescription is not followed: {}</source>
        <translation>No se sigue la prescripción: {}</translation>
    </message>
    <message>
        <source>The prescription is not valid TOML: {}.</source>
        <translation>El plan no es TOML válido: {}.</translation>
    </message>
    <message>
        <source>The recording ends here and is kept: {}</source>
        <translation>La grabación termina aquí y se conserva: {}</translation>
    </message>
    <message>
        <source>The sensor described in {} cannot be used: {}. Correct the file, or take it out of this folder.</source>
        <translation>El sensor descrito en {} no se puede usar: {}. Corrija el archivo o sáquelo de esta carpeta.</translation>
    </message>
    <message>
        <source>The sensor {} belongs to the {}, not to the leg in this session: assign it anew.</source>
        <translation>El sensor {} pertenece a: {}, no a la pierna de esta sesión: asignarlo de nuevo.</translation>
    </message>
    <message>
        <source>The sensor {} cannot be used: {}.</source>
        <translation>El sensor {} no se puede usar: {}.</translation>
    </message>
    <message>
        <source>The sensor {} does not stream at {} Hz: choose {} Hz.</source>
        <translation>El sensor {} no transmite a {} Hz: elegir {} Hz.</translation>
    </message>
    <message>
        <source>The sensor {} has no light to show itself by.</source>
        <translation>El sensor {} no tiene luz para mostrarse.</translation>
    </message>
    <message>
        <source>The sensor {} is not one of yours: assign it before it is used.</source>
        <translation>El sensor {} no es uno de los suyos: asignarlo antes de usarlo.</translation>
    </message>
    <message>
        <source>The sensor {} is there twice, so only one is used.</source>
        <translation>El sensor {} está dos veces, así que solo se usa uno.</translation>
    </message>
    <message>
        <source>The sensor {} was not found: switch it on, bring it near, and end its link to other programs.</source>
        <translation>No se encontró el sensor {}: encenderlo, acercarlo y cortar su conexión con otros programas.</translation>
    </message>
    <message>
        <source>The sensors seem to be on the {} leg; wear them on the {} leg with the thigh sensor on its outer side, or choose the other leg, then start again.</source>
        <translation>Parece que los sensores están en la pierna {}; llevarlos en la pierna {}, el del muslo por fuera, o elegir la otra pierna, y empezar de nuevo.</translation>
    </message>
    <message>
        <source>The sensors sit otherwise than when this calibration was made; calibrate again.</source>
        <translation>Los sensores están colocados de otro modo que en esta calibración; calibre de nuevo.</translation>
    </message>
    <message>
        <source>The sensors {} and {} both belong to the {}: assign one anew.</source>
        <translation>Los sensores {} y {} pertenecen ambos a: {}; asignar uno de nuevo.</translation>
    </message>
    <message>
        <source>The sensors&apos; clocks may be {} ms apart; fast movements read less exactly.</source>
        <translation>Los relojes de los sensores difieren hasta {} ms; los movimientos rápidos son menos exactos.</translation>
    </message>
    <message>
        <source>The sensors&apos; signal was lost in it; nothing is counted across a gap.</source>
        <translation>La señal de los sensores se perdió durante ella; nada se cuenta a través de un hueco.</translation>
    </message>
    <message>
        <source>The session ended.</source>
        <translation>La sesión ha terminado.</translation>
    </message>
    <message>
        <source>The shank sensor cannot be used.</source>
        <translation>El sensor de la pierna no se puede usar.</translation>
    </message>
    <message>
        <source>The shank sensor is out of reach; come closer or switch it on.</source>
        <translation>El sensor de la pierna está fuera de alcance; acérquese o enciéndalo.</translation>
    </message>
    <message>
        <source>The shank sensor is silent; waiting for it.</source>
        <translation>El sensor de la pierna calla; se le espera.</translation>
    </message>
    <message>
        <source>The shank sensor is upside-down; turn it so that its arrow points to the hip, then start again.</source>
        <translation>El sensor de la pierna está invertido; gire la flecha hacia la cadera y empiece de nuevo.</translation>
    </message>
    <message>
        <source>The shank sensor loses {} % of its data; move the receiver closer.</source>
        <translation>El sensor de la pierna pierde el {} % de sus datos; acerque el receptor.</translation>
    </message>
    <message>
        <source>The shank sensor was knocked beyond its range; the peak is higher than what is shown.</source>
        <translation>El sensor de la pierna recibió un golpe mayor que su rango; el pico es más alto que el mostrado.</translation>
    </message>
    <message>
        <source>The shank sensor&apos;s battery is at {} %; charge it after this session.</source>
        <translation>La batería del sensor de la pierna está al {} %; cárguela tras esta sesión.</translation>
    </message>
    <message>
        <source>The shank strap may have slipped: stand straight to check it, or calibrate again.</source>
        <translation>La cinta de la pierna puede haberse movido: póngase de pie recto para comprobarlo o calibre de nuevo.</translation>
    </message>
    <message>
        <source>The shank strap seems to have slipped: tighten it and calibrate again.</source>
        <translation>Parece que la cinta de la pierna se ha movido: apretarla y calibrar de nuevo.</translation>
    </message>
    <message>
        <source>The system does not let Patella use Bluetooth: allow it in the system&apos;s privacy settings.</source>
        <translation>El sistema no deja que Patella use el Bluetooth: permitirlo en los ajustes de privacidad del sistema.</translation>
    </message>
    <message>
        <source>The taps reached the two sensors {} ms apart: their clocks disagree. Switch both off and on again, then calibrate.</source>
        <translation>Los golpes llegaron a los dos sensores con {} ms de diferencia: sus relojes no coinciden. Apague y encienda ambos y luego calibre.</translation>
    </message>
    <message>
        <source>The therapist decided.</source>
        <translation>Lo decidió el terapeuta.</translation>
    </message>
    <message>
        <source>The thigh and the shank sensor are swapped; put the one marked T on the thigh and the one marked S just below the kneecap, then start again.</source>
        <translation>Los sensores están cambiados; el marcado T va en el muslo y el S bajo la rótula; luego empiece de nuevo.</translation>
    </message>
    <message>
        <source>The thigh and the shank sensor have changed places since this calibration; change them back or calibrate again.</source>
        <translation>El sensor del muslo y el de la pierna se han intercambiado desde esta calibración; vuelva a cambiarlos o calibre de nuevo.</translation>
    </message>
    <message>
        <source>The thigh hardly moved, so standing cannot be told from sitting; stand still for five seconds, then bend the knees a few times.</source>
        <translation>El muslo apenas se ha movido, por lo que no se distingue entre estar de pie y estar sentado; permanezca quieto de pie cinco segundos y después doble las rodillas unas cuantas veces.</translation>
    </message>
    <message>
        <source>The thigh sensor cannot be used.</source>
        <translation>El sensor del muslo no se puede usar.</translation>
    </message>
    <message>
        <source>The thigh sensor is out of reach; come closer or switch it on.</source>
        <translation>El sensor del muslo está fuera de alcance; acérquese o enciéndalo.</translation>
    </message>
    <message>
        <source>The thigh sensor is silent; waiting for it.</source>
        <translation>El sensor del muslo calla; se le espera.</translation>
    </message>
    <message>
        <source>The thigh sensor is upside-down; turn it so that its arrow points to the hip, then start again.</source>
        <translation>El sensor del muslo está invertido; gire la flecha hacia la cadera y empiece de nuevo.</translation>
    </message>
    <message>
        <source>The thigh sensor loses {} % of its data; move the receiver closer.</source>
        <translation>El sensor del muslo pierde el {} % de sus datos; acerque el receptor.</translation>
    </message>
    <message>
        <source>The thigh sensor was knocked beyond its range; the peak is higher than what is shown.</source>
        <translation>El sensor del muslo recibió un golpe mayor que su rango; el pico es más alto que el mostrado.</translation>
    </message>
    <message>
        <source>The thigh sensor&apos;s battery is at {} %; charge it after this session.</source>
        <translation>La batería del sensor del muslo está al {} %; cárguela tras esta sesión.</translation>
    </message>
    <message>
        <source>The thigh strap may have slipped: stand straight to check it, or calibrate again.</source>
        <translation>La cinta del muslo puede haberse movido: póngase de pie recto para comprobarlo o calibre de nuevo.</translation>
    </message>
    <message>
        <source>The thigh strap seems to have slipped: tighten it and calibrate again.</source>
        <translation>Parece que la cinta del muslo se ha movido: apretarla y calibrar de nuevo.</translation>
    </message>
    <message>
        <source>The thigh&apos;s muscle tremor rose to {} times that of the relaxed leg, and fell again after {}.</source>
        <translation>El temblor muscular del muslo subió a {} veces el de la pierna relajada y bajó de nuevo tras {}.</translation>
    </message>
    <message>
        <source>The {} changed by {}</source>
        <translation>{}: cambio de {}</translation>
    </message>
    <message>
        <source>The {} of {} is far from {} to {}, where it lies in this exercise.</source>
        <translation>{}: {}; está lejos de {} a {}, como es en este ejercicio.</translation>
    </message>
    <message>
        <source>The {} sensor cannot follow turns beyond {} degrees per second, and a leg is faster; set it to 2000 and start again.</source>
        <translation>El sensor ({}) no sigue giros de más de {} grados por segundo y una pierna es más rápida; ajústelo a 2000 y empiece de nuevo.</translation>
    </message>
    <message>
        <source>The {} sensor cannot measure more than {} g, and steps and landings are harder; set it to 16 g or more and start again.</source>
        <translation>El sensor ({}) no mide más de {} g, y los pasos y aterrizajes son más fuertes; ajústelo a 16 g o más y empiece de nuevo.</translation>
    </message>
    <message>
        <source>The {} sensor is upside-down; turn it so that its arrow points to the hip, then start again.</source>
        <translation>El sensor ({}) está al revés; girarlo para que su flecha apunte a la cadera y empezar de nuevo.</translation>
    </message>
    <message>
        <source>The {} sensor measures only {} times a second, too seldom for fast movements; set it to 100 or more and start again.</source>
        <translation>El sensor ({}) mide solo {} veces por segundo, demasiado pocas para movimientos rápidos; ajústelo a 100 o más y empiece de nuevo.</translation>
    </message>
    <message>
        <source>The {} sensor was knocked beyond its range; the peak is higher than what is shown.</source>
        <translation>El sensor ({}) recibió un golpe mayor que su rango; el pico es más alto que el mostrado.</translation>
    </message>
    <message>
        <source>There is no moment of rest; stand still with the knee straight for five seconds.</source>
        <translation>No hubo reposo; quédese quieto cinco segundos con la rodilla recta.</translation>
    </message>
    <message>
        <source>There is no sensor on the {} just now.</source>
        <translation>Ahora mismo no hay ningún sensor ahí: {}.</translation>
    </message>
    <message>
        <source>This calibration is of the {} leg; calibrate this one.</source>
        <translation>Esta calibración es de la otra pierna ({}); calibre esta.</translation>
    </message>
    <message>
        <source>This calibration was made by another person; calibrate again.</source>
        <translation>Esta calibración es de otra persona; calibre de nuevo.</translation>
    </message>
    <message>
        <source>This calibration was made with other sensors; calibrate again.</source>
        <translation>Esta calibración se hizo con otros sensores; calibre de nuevo.</translation>
    </message>
    <message>
        <source>This computer has no Bluetooth adapter that can be used: plug one in, or start its Bluetooth service.</source>
        <translation>Este ordenador no tiene un adaptador Bluetooth utilizable: conectar uno o iniciar su servicio Bluetooth.</translation>
    </message>
    <message>
        <source>This looks like {}; the plan says {}.</source>
        <translation>Esto parece {}; el plan dice {}.</translation>
    </message>
    <message>
        <source>This system hides the addresses of Bluetooth devices, so the DOT sensors cannot agree on a clock: their times are less exact.</source>
        <translation>Este sistema oculta las direcciones de los dispositivos Bluetooth, así que los sensores DOT no pueden acordar un reloj: sus tiempos son menos exactos.</translation>
    </message>
    <message>
        <source>Tip from the hip, slowly</source>
        <translation>Inclínese desde la cadera</translation>
    </message>
    <message>
        <source>Up on the toes</source>
        <translation>De puntillas</translation>
    </message>
    <message>
        <source>Walk at ease</source>
        <translation>Camine tranquilo</translation>
    </message>
    <message>
        <source>Walking</source>
        <translation>Caminar</translation>
    </message>
    <message>
        <source>Wall squat</source>
        <translation>Sentadilla en pared</translation>
    </message>
    <message>
        <source>What was recorded as {} at {} s cannot be read and is left out.</source>
        <translation>Lo grabado como {} en {} s no se puede leer y se omite.</translation>
    </message>
    <message>
        <source>Zero uncertain: stand still with the knee straight, then do a few squats</source>
        <translation>Cero incierto: quédese quieto con la rodilla recta y haga unas sentadillas</translation>
    </message>
    <message>
        <source>a full one</source>
        <translation>uno completo</translation>
    </message>
    <message>
        <source>a hold of {} s is longer than the set of {} s</source>
        <translation>mantener {} s dura más que la serie de {} s</translation>
    </message>
    <message>
        <source>backward roll of the thigh</source>
        <translation>giro del muslo hacia atrás</translation>
    </message>
    <message>
        <source>change of knee flexion</source>
        <translation>cambio de flexión de rodilla</translation>
    </message>
    <message>
        <source>change of shank elevation</source>
        <translation>cambio de elevación de la pierna</translation>
    </message>
    <message>
        <source>change of the shank&apos;s forward lean</source>
        <translation>cambio de la inclinación de la pierna</translation>
    </message>
    <message>
        <source>change of thigh elevation</source>
        <translation>cambio de elevación del muslo</translation>
    </message>
    <message>
        <source>forward lean of the shank at rest</source>
        <translation>inclinación de la pierna en reposo</translation>
    </message>
    <message>
        <source>forward swing of the thigh</source>
        <translation>balanceo del muslo hacia delante</translation>
    </message>
    <message>
        <source>from rest to rest</source>
        <translation>de reposo a reposo</translation>
    </message>
    <message>
        <source>has too few entries</source>
        <translation>tiene muy pocas entradas</translation>
    </message>
    <message>
        <source>height of the lift</source>
        <translation>altura de la elevación</translation>
    </message>
    <message>
        <source>highest rise of the thigh</source>
        <translation>subida máxima del muslo</translation>
    </message>
    <message>
        <source>highest thigh elevation</source>
        <translation>elevación máxima del muslo</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>mantenimiento</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>knee flexion</source>
        <translation>flexión de rodilla</translation>
    </message>
    <message>
        <source>knee flexion at rest</source>
        <translation>flexión de rodilla en reposo</translation>
    </message>
    <message>
        <source>knee flexion on the step</source>
        <translation>flexión de rodilla en el escalón</translation>
    </message>
    <message>
        <source>knee flexion while held</source>
        <translation>flexión de rodilla al mantener</translation>
    </message>
    <message>
        <source>largest knee flexion</source>
        <translation>flexión de rodilla máxima</translation>
    </message>
    <message>
        <source>left</source>
        <translation>izquierda</translation>
    </message>
    <message>
        <source>left shank</source>
        <translation>pierna izquierda</translation>
    </message>
    <message>
        <source>left thigh</source>
        <translation>muslo izquierdo</translation>
    </message>
    <message>
        <source>muscle tremor</source>
        <translation>temblor muscular</translation>
    </message>
    <message>
        <source>muscle tremor against the relaxed leg</source>
        <translation>temblor muscular frente a la pierna relajada</translation>
    </message>
    <message>
        <source>muscle tremor while held</source>
        <translation>temblor muscular al mantener</translation>
    </message>
    <message>
        <source>must be a list, its tables headed [[...]]</source>
        <translation>debe ser una lista, cada tabla bajo [[...]]</translation>
    </message>
    <message>
        <source>must be a table of names and values</source>
        <translation>debe ser una tabla de nombres y valores</translation>
    </message>
    <message>
        <source>must be a valid boolean (it says {})</source>
        <translation>debe ser true o false (dice {})</translation>
    </message>
    <message>
        <source>must be a valid date</source>
        <translation>debe ser una fecha, como 2026-01-31</translation>
    </message>
    <message>
        <source>must be a valid date (it says {})</source>
        <translation>debe ser una fecha, como 2026-01-31 (dice {})</translation>
    </message>
    <message>
        <source>must be a valid integer (it says {})</source>
        <translation>debe ser un número entero (dice {})</translation>
    </message>
    <message>
        <source>must be a valid number (it says {})</source>
        <translation>debe ser un número (dice {})</translation>
    </message>
    <message>
        <source>must be a valid string (it says {})</source>
        <translation>debe ser un texto entre comillas (dice {})</translation>
    </message>
    <message>
        <source>must be greater than or equal to {} (it says {})</source>
        <translation>debe ser al menos {} (dice {})</translation>
    </message>
    <message>
        <source>must be greater than {} (it says {})</source>
        <translation>debe ser mayor que {} (dice {})</translation>
    </message>
    <message>
        <source>must be less than or equal to {} (it says {})</source>
        <translation>debe ser como máximo {} (dice {})</translation>
    </message>
    <message>
        <source>must be {} or {} (it says {})</source>
        <translation>debe ser {} o {} (dice {})</translation>
    </message>
    <message>
        <source>no day is named</source>
        <translation>no se nombra ningún día</translation>
    </message>
    <message>
        <source>no loudspeaker was found</source>
        <translation>no se encontró altavoz</translation>
    </message>
    <message>
        <source>outward swing of the thigh</source>
        <translation>balanceo del muslo hacia fuera</translation>
    </message>
    <message>
        <source>over</source>
        <translation>por encima de</translation>
    </message>
    <message>
        <source>peak acceleration of the thigh</source>
        <translation>aceleración máxima del muslo</translation>
    </message>
    <message>
        <source>position held</source>
        <translation>posición mantenida</translation>
    </message>
    <message>
        <source>range of the movement</source>
        <translation>recorrido del movimiento</translation>
    </message>
    <message>
        <source>right</source>
        <translation>derecha</translation>
    </message>
    <message>
        <source>right shank</source>
        <translation>pierna derecha</translation>
    </message>
    <message>
        <source>right thigh</source>
        <translation>muslo derecho</translation>
    </message>
    <message>
        <source>rise of the ankle</source>
        <translation>subida del tobillo</translation>
    </message>
    <message>
        <source>rise of the thigh from beginning to end</source>
        <translation>subida del muslo de principio a fin</translation>
    </message>
    <message>
        <source>shank</source>
        <translation>pierna</translation>
    </message>
    <message>
        <source>shank elevation at rest</source>
        <translation>elevación de la pierna en reposo</translation>
    </message>
    <message>
        <source>shank tilt</source>
        <translation>inclinación de la pierna</translation>
    </message>
    <message>
        <source>smallest knee flexion</source>
        <translation>flexión de rodilla mínima</translation>
    </message>
    <message>
        <source>speed over the ground</source>
        <translation>velocidad sobre el suelo</translation>
    </message>
    <message>
        <source>string should have at most {} characters (it says {})</source>
        <translation>debe tener como máximo {} caracteres (dice {})</translation>
    </message>
    <message>
        <source>sway</source>
        <translation>balanceo</translation>
    </message>
    <message>
        <source>the full {}</source>
        <translation>del recorrido completo de {}</translation>
    </message>
    <message>
        <source>thigh</source>
        <translation>muslo</translation>
    </message>
    <message>
        <source>thigh elevation</source>
        <translation>elevación del muslo</translation>
    </message>
    <message>
        <source>thigh elevation at rest</source>
        <translation>elevación del muslo en reposo</translation>
    </message>
    <message>
        <source>thigh tilt</source>
        <translation>inclinación del muslo</translation>
    </message>
    <message>
        <source>this name is not known here</source>
        <translation>este nombre no existe aquí</translation>
    </message>
    <message>
        <source>time in the air</source>
        <translation>tiempo en el aire</translation>
    </message>
    <message>
        <source>time of the way back</source>
        <translation>tiempo de vuelta</translation>
    </message>
    <message>
        <source>time of the way there</source>
        <translation>tiempo de ida</translation>
    </message>
    <message>
        <source>under</source>
        <translation>por debajo de</translation>
    </message>
    <message>
        <source>unrest at rest</source>
        <translation>inquietud en reposo</translation>
    </message>
    <message>
        <source>unrest while held</source>
        <translation>inquietud al mantener</translation>
    </message>
    <message>
        <source>whole movement</source>
        <translation>movimiento completo</translation>
    </message>
    <message>
        <source>write the patient&apos;s code, not a name: letters, digits, dots, hyphens and underscores, such as &apos;P-014&apos;</source>
        <translation>escriba el código del paciente, no un nombre: letras, cifras, puntos, guiones y guiones bajos, como &apos;P-014&apos;</translation>
    </message>
    <message>
        <source>{} (at end of document)</source>
        <translation>{} (al final del texto)</translation>
    </message>
    <message>
        <source>{} (at line {}, column {})</source>
        <translation>{} (línea {}, columna {})</translation>
    </message>
    <message>
        <source>{} (least {}, full {}) and came back, in {} ({} to {} s allowed). Posture and movement fit the exercise.</source>
        <translation>{} (mínimo {}, completo {}) y vuelta, en {} (permitido de {} a {} s). La postura y el movimiento corresponden al ejercicio.</translation>
    </message>
    <message>
        <source>{} calls itself a {} but is none, so nothing is taken from it.</source>
        <translation>{} dice ser un {} pero no lo es, así que no se toma nada de él.</translation>
    </message>
    <message>
        <source>{} can be watched up to {} s a repetition</source>
        <translation>{} se puede observar hasta {} s por repetición</translation>
    </message>
    <message>
        <source>{} cannot be read ({}).</source>
        <translation>{} no se puede leer ({}).</translation>
    </message>
    <message>
        <source>{} cannot be written ({}); choose another folder or file name.</source>
        <translation>{} no se puede escribir ({}); elegir otra carpeta u otro nombre.</translation>
    </message>
    <message>
        <source>{} cannot be written ({}); the note is not kept.</source>
        <translation>{} no se puede escribir ({}); la nota no se conserva.</translation>
    </message>
    <message>
        <source>{} changed while it was read; open it again.</source>
        <translation>{} cambió mientras se leía; abrirlo de nuevo.</translation>
    </message>
    <message>
        <source>{} does not answer: bring it near or end its link to other programs.</source>
        <translation>{} no responde: acercarlo o cortar su conexión con otros programas.</translation>
    </message>
    <message>
        <source>{} does not exist; check the name.</source>
        <translation>{} no existe; comprobar el nombre.</translation>
    </message>
    <message>
        <source>{} has no hold</source>
        <translation>{} no se mantiene</translation>
    </message>
    <message>
        <source>{} has no light to show itself by.</source>
        <translation>{} no tiene luz para mostrarse.</translation>
    </message>
    <message>
        <source>{} holds no movement of a leg.</source>
        <translation>{} no contiene ningún movimiento de una pierna.</translation>
    </message>
    <message>
        <source>{} holds no whole chunk of data: nothing in it can be recovered.</source>
        <translation>{} no contiene ningún bloque de datos entero: no se puede recuperar nada.</translation>
    </message>
    <message>
        <source>{} holds something foreign on {}; what was shown cannot be read.</source>
        <translation>{} contiene algo ajeno en {}; lo que se mostró no se puede leer.</translation>
    </message>
    <message>
        <source>{} holds what was recorded; choose another name for the result, so that nothing is lost.</source>
        <translation>{} contiene lo grabado; elegir otro nombre para el resultado, para que no se pierda nada.</translation>
    </message>
    <message>
        <source>{} is above stop_above ({})</source>
        <translation>{} está por encima de stop_above ({})</translation>
    </message>
    <message>
        <source>{} is an MCAP file of another program: it does not say which leg it is of.</source>
        <translation>{} es un archivo MCAP de otro programa: no dice de qué pierna es.</translation>
    </message>
    <message>
        <source>{} is connected but has sent nothing for {} s.</source>
        <translation>{} está conectado pero no ha enviado nada desde hace {} s.</translation>
    </message>
    <message>
        <source>{} is done for a time; give duration_s instead</source>
        <translation>{} se hace por tiempo; indique duration_s en su lugar</translation>
    </message>
    <message>
        <source>{} is empty: nothing was recorded in it.</source>
        <translation>{} está vacío: no se grabó nada en él.</translation>
    </message>
    <message>
        <source>{} is in the plan twice; give it one entry with more sets</source>
        <translation>{} está dos veces en el plan; ponga una sola entrada con más series</translation>
    </message>
    <message>
        <source>{} is no measurement</source>
        <translation>{} no es una medida</translation>
    </message>
    <message>
        <source>{} is not a Patella recording (a table is read by `patella import`).</source>
        <translation>{} no es una grabación de Patella (una tabla se lee con `patella import`).</translation>
    </message>
    <message>
        <source>{} is not a progression</source>
        <translation>{} no es una progresión</translation>
    </message>
    <message>
        <source>{} is not a progression; did you mean {}?</source>
        <translation>{} no es una progresión; ¿quería decir {}?</translation>
    </message>
    <message>
        <source>{} is not a progression; there is {}</source>
        <translation>{} no es una progresión; hay {}</translation>
    </message>
    <message>
        <source>{} is not an exercise</source>
        <translation>{} no es un ejercicio</translation>
    </message>
    <message>
        <source>{} is not an exercise; did you mean {}?</source>
        <translation>{} no es un ejercicio; ¿quería decir {}?</translation>
    </message>
    <message>
        <source>{} is not there any more: switch it on and bring it near.</source>
        <translation>{} ya no está: encenderlo y acercarlo.</translation>
    </message>
    <message>
        <source>{} is the file that is read; choose another name for the result, so that it stays as it is.</source>
        <translation>{} es el archivo que se lee; elegir otro nombre para el resultado, para que quede como está.</translation>
    </message>
    <message>
        <source>{} only: below {} of the person&apos;s own usual range, though above the least of {}.</source>
        <translation>Solo {}: menos de {} del recorrido habitual propio, aunque más del mínimo de {}.</translation>
    </message>
    <message>
        <source>{} only; {} is the least that counts.</source>
        <translation>Solo {}; lo mínimo que cuenta es {}.</translation>
    </message>
    <message>
        <source>{} refused {}: {}.</source>
        <translation>{} rechazó {}: {}.</translation>
    </message>
    <message>
        <source>{} repetitions need {} s, the set has {} s</source>
        <translation>{} repeticiones necesitan {} s, la serie tiene {} s</translation>
    </message>
    <message>
        <source>{} sends much more than it was asked for: its firmware is faulty.</source>
        <translation>{} envía mucho más de lo pedido: su firmware falla.</translation>
    </message>
    <message>
        <source>{} sent {} bytes at once, where Bluetooth allows {}: its firmware is faulty.</source>
        <translation>{} envió {} bytes de una vez, donde el Bluetooth permite {}: su firmware falla.</translation>
    </message>
    <message>
        <source>{} stopped answering ({}).</source>
        <translation>{} dejó de responder ({}).</translation>
    </message>
    <message>
        <source>{} was assigned to the {}.</source>
        <translation>{} se asignó a: {}.</translation>
    </message>
    <message>
        <source>{} was let go.</source>
        <translation>{} se ha soltado.</translation>
    </message>
    <message>
        <source>{} was lost: bring it near, or charge it.</source>
        <translation>{} se ha perdido: acercarlo o cargarlo.</translation>
    </message>
    <message>
        <source>{}: the {} was {}, {} the limit of {}.</source>
        <translation>{}: {} fue {}, {} del límite de {}.</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>d MMM yy</source>
        <translation>d MMM yy</translation>
    </message>
</context>
<context>
    <name>freshness</name>
    <message>
        <source>Nothing new for {} s. The data shown is old.</source>
        <translation>Nada nuevo desde hace {} s. Los datos son antiguos.</translation>
    </message>
</context>
<context>
    <name>next</name>
    <message>
        <source>Is it {} again?</source>
        <translation>¿Otra vez {}?</translation>
    </message>
    <message>
        <source>The last session was of the {}. Anybody else enters a code beside it.</source>
        <translation>La última sesión fue: {}. Si es otra persona, escriba su código al lado.</translation>
    </message>
    <message>
        <source>Yes, begin</source>
        <translation>Sí, empezar</translation>
    </message>
    <message>
        <source>Ready to begin</source>
        <translation>Listo para empezar</translation>
    </message>
    <message>
        <source>Begin any exercise, or write a prescription first.</source>
        <translation>Empiece cualquier ejercicio o escriba antes un plan.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>All done for today ✓</source>
        <translation>Todo hecho por hoy ✓</translation>
    </message>
    <message>
        <source>Rest the knee. Once more is always possible below.</source>
        <translation>Descanse la rodilla. Abajo siempre puede repetir.</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Next: {}</source>
        <translation>Ahora: {}</translation>
    </message>
    <message>
        <source>Set {} of {}. Everything is ready.</source>
        <translation>Serie {} de {}. Todo está listo.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Whose prescription?</source>
        <translation>¿De quién es el plan?</translation>
    </message>
    <message>
        <source>The one in use is another patient&apos;s. Begin a session with that code, or use another prescription.</source>
        <translation>El que está en uso es de otro paciente. Empiece una sesión con ese código o use otro plan.</translation>
    </message>
    <message>
        <source>Prescription</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Switch both sensors on</source>
        <translation>Encienda los dos sensores</translation>
    </message>
    <message>
        <source>T goes on the thigh, S below the kneecap; keep them within 5 m.</source>
        <translation>T va en el muslo, S bajo la rótula; a menos de 5 m.</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>Sensores</translation>
    </message>
    <message>
        <source>First calibrate</source>
        <translation>Primero calibrar</translation>
    </message>
    <message>
        <source>Straps on: stand still, swing, a few squats. About 30 seconds.</source>
        <translation>Con las cintas: quieto, balancear, unas sentadillas. Unos 30 segundos.</translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation>Calibrar</translation>
    </message>
    <message>
        <source>Not recording yet</source>
        <translation>Aún no se graba</translation>
    </message>
    <message>
        <source>What you do is kept only while it is recorded.</source>
        <translation>Solo se guarda lo que se graba.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Grabar</translation>
    </message>
</context>
<context>
    <name>overlay</name>
    <message>
        <source>Repetitions laid over each other</source>
        <translation>Repeticiones superpuestas</translation>
    </message>
</context>
<context>
    <name>overview</name>
    <message>
        <source>{} s without data</source>
        <translation>{} s sin datos</translation>
    </message>
</context>
<context>
    <name>pain</name>
    <message>
        <source>● during {}</source>
        <translation>● durante {}</translation>
    </message>
    <message>
        <source>□ an hour after {}</source>
        <translation>□ una hora después {}</translation>
    </message>
    <message>
        <source>△ next morning {}</source>
        <translation>△ a la mañana siguiente {}</translation>
    </message>
</context>
<context>
    <name>plots</name>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>Knee flexion, last 20 seconds</source>
        <translation>Flexión de rodilla, últimos 20 segundos</translation>
    </message>
    <message>
        <source>Leg lift, last 20 seconds</source>
        <translation>Elevación, últimos 20 segundos</translation>
    </message>
    <message>
        <source>Acceleration without gravity, last 20 seconds</source>
        <translation>Aceleración sin gravedad, últimos 20 segundos</translation>
    </message>
    <message>
        <source>target {}</source>
        <translation>meta {}</translation>
    </message>
</context>
<context>
    <name>readiness</name>
    <message>
        <source>is {}&apos;s, the session {}&apos;s</source>
        <translation>es de {}, la sesión de {}</translation>
    </message>
    <message>
        <source>Prescription</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>Sensores</translation>
    </message>
    <message>
        <source>none found yet</source>
        <translation>ninguno aún</translation>
    </message>
    <message>
        <source>only one found</source>
        <translation>solo uno</translation>
    </message>
    <message>
        <source>both streaming</source>
        <translation>ambos envían</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Batería</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no conocida</translation>
    </message>
    <message>
        <source>{} % at least</source>
        <translation>al menos {} %</translation>
    </message>
    <message>
        <source>, more than an hour ago</source>
        <translation>, hace más de una hora</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibración</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en marcha</translation>
    </message>
    <message>
        <source>not recording</source>
        <translation>sin grabar</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Grabación</translation>
    </message>
    <message>
        <source>{} GB free</source>
        <translation>{} GB libres</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Ready?</source>
        <translation>¿Listo?</translation>
    </message>
</context>
<context>
    <name>sessions</name>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy, HH:mm</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>d MMM yyyy, HH:mm</translation>
    </message>
</context>
<context>
    <name>sheets</name>
    <message>
        <source>at</source>
        <translation>en</translation>
    </message>
    <message>
        <source>flight</source>
        <translation>vuelo</translation>
    </message>
    <message>
        <source>height</source>
        <translation>altura</translation>
    </message>
    <message>
        <source>shank peak</source>
        <translation>pico en la pierna</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>pendiente</translation>
    </message>
    <message>
        <source>bend</source>
        <translation>flexión</translation>
    </message>
    <message>
        <source>attenuation</source>
        <translation>atenuación</translation>
    </message>
    <message>
        <source>stable after</source>
        <translation>estable tras</translation>
    </message>
    <message>
        <source>{} in all; ≥ at the sensor&apos;s limit or at a low rate</source>
        <translation>{} en total; ≥ en el límite del sensor o con frecuencia baja</translation>
    </message>
    <message>
        <source>Landings</source>
        <translation>Aterrizajes</translation>
    </message>
    <message>
        <source>stance</source>
        <translation>apoyo</translation>
    </message>
    <message>
        <source>time</source>
        <translation>tiempo</translation>
    </message>
    <message>
        <source>sway</source>
        <translation>oscilación</translation>
    </message>
    <message>
        <source>path</source>
        <translation>recorrido</translation>
    </message>
    <message>
        <source>touched</source>
        <translation>apoyó</translation>
    </message>
    <message>
        <source>against firm ground</source>
        <translation>frente a suelo firme</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Equilibrio</translation>
    </message>
    <message>
        <source>sway as RMS acceleration; less is steadier</source>
        <translation>oscilación como aceleración RMS; menos es más estable</translation>
    </message>
    <message>
        <source>while recording</source>
        <translation>durante la grabación</translation>
    </message>
    <message>
        <source>afterwards</source>
        <translation>después</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>marca</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>kept beside the recording</source>
        <translation>guardadas junto a la grabación</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>made</source>
        <translation>hecha</translation>
    </message>
    <message>
        <source>No note yet.</source>
        <translation>Aún no hay notas.</translation>
    </message>
    <message>
        <source>exercise</source>
        <translation>ejercicio</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>medida</translation>
    </message>
    <message>
        <source>left of right</source>
        <translation>izquierda de derecha</translation>
    </message>
    <message>
        <source>limb symmetry index: left in percent of right, mean ± SD of what counted</source>
        <translation>índice de simetría: izquierda en porcentaje de la derecha, media ± DE de lo contado</translation>
    </message>
    <message>
        <source>Left against right</source>
        <translation>Izquierda y derecha</translation>
    </message>
    <message>
        <source>No exercise was done by both legs.</source>
        <translation>Ningún ejercicio se hizo con ambas piernas.</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>contadas</translation>
    </message>
    <message>
        <source>range</source>
        <translation>recorrido</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>pausa</translation>
    </message>
    <message>
        <source>return</source>
        <translation>vuelta</translation>
    </message>
    <message>
        <source>leg</source>
        <translation>pierna</translation>
    </message>
</context>
<context>
    <name>signals</name>
    <message>
        <source>Knee flexion</source>
        <translation>Flexión de rodilla</translation>
    </message>
    <message>
        <source>Thigh elevation</source>
        <translation>Elevación del muslo</translation>
    </message>
    <message>
        <source>Tilt from rest</source>
        <translation>Inclinación desde el reposo</translation>
    </message>
    <message>
        <source>Acceleration</source>
        <translation>Aceleración</translation>
    </message>
    <message>
        <source>Angular rate</source>
        <translation>Velocidad angular</translation>
    </message>
    <message>
        <source>Knee sideways (trend)</source>
        <translation>Rodilla lateral (tendencia)</translation>
    </message>
    <message>
        <source>Knee rotation (trend)</source>
        <translation>Rotación de rodilla (tendencia)</translation>
    </message>
    <message>
        <source>Muscle tremor (experimental)</source>
        <translation>Temblor muscular (experimental)</translation>
    </message>
    <message>
        <source>degrees, band ± 1 SD</source>
        <translation>grados, banda ± 1 DE</translation>
    </message>
    <message>
        <source>degrees above the horizontal</source>
        <translation>grados sobre la horizontal</translation>
    </message>
    <message>
        <source>degrees; shank dashed</source>
        <translation>grados; pierna discontinua</translation>
    </message>
    <message>
        <source>g, without gravity; shank dashed</source>
        <translation>g, sin gravedad; pierna discontinua</translation>
    </message>
    <message>
        <source>degrees a second about the knee; shank dashed</source>
        <translation>grados por segundo en torno a la rodilla; pierna discontinua</translation>
    </message>
    <message>
        <source>degrees, trend only, band ± 1 SD</source>
        <translation>grados, solo tendencia, banda ± 1 DE</translation>
    </message>
    <message>
        <source>decibels above 1 (m/s²)²</source>
        <translation>decibelios sobre 1 (m/s²)²</translation>
    </message>
</context>
<context>
    <name>task</name>
    <message>
        <source>a strap is loose</source>
        <translation>una cinta está floja</translation>
    </message>
    <message>
        <source>a strap may have slipped</source>
        <translation>¿cinta desplazada?</translation>
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
        <translation> · mantener {} s</translation>
    </message>
    <message>
        <source>cuff {} kg</source>
        <translation>tobillera de {} kg</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>left knee</source>
        <translation>rodilla izquierda</translation>
    </message>
    <message>
        <source>right knee</source>
        <translation>rodilla derecha</translation>
    </message>
    <message>
        <source>both knees</source>
        <translation>ambas rodillas</translation>
    </message>
    <message>
        <source>L</source>
        <translation>I</translation>
    </message>
    <message>
        <source>R</source>
        <translation>D</translation>
    </message>
    <message>
        <source>Thigh</source>
        <translation>Muslo</translation>
    </message>
    <message>
        <source>Shank</source>
        <translation>Pierna</translation>
    </message>
    <message>
        <source>Posture not known</source>
        <translation>Postura no conocida</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>De pie</translation>
    </message>
    <message>
        <source>Sitting</source>
        <translation>Sentado</translation>
    </message>
    <message>
        <source>Lying on the back</source>
        <translation>Boca arriba</translation>
    </message>
    <message>
        <source>Lying on the stomach</source>
        <translation>Boca abajo</translation>
    </message>
    <message>
        <source>Lying on the side, leg on top</source>
        <translation>De lado, pierna arriba</translation>
    </message>
    <message>
        <source>Lying on the side, leg below</source>
        <translation>De lado, pierna abajo</translation>
    </message>
    <message>
        <source>A sensor sends nothing. Check that both are switched on.</source>
        <translation>Un sensor no envía nada. ¿Están ambos encendidos?</translation>
    </message>
    <message>
        <source>Not calibrated yet. Start the calibration.</source>
        <translation>Aún sin calibrar. Inicie la calibración.</translation>
    </message>
    <message>
        <source>Data was lost on the way. The angle returns in a moment.</source>
        <translation>Se perdieron datos. El ángulo vuelve enseguida.</translation>
    </message>
    <message>
        <source>The movement was beyond the sensor&apos;s range.</source>
        <translation>El movimiento superó el rango del sensor.</translation>
    </message>
    <message>
        <source>The sensors are settling. Keep still for a moment.</source>
        <translation>Los sensores se estabilizan. Quieto un momento.</translation>
    </message>
    <message>
        <source>Too uncertain to show. Rest with the leg straight.</source>
        <translation>Demasiado incierto. Descanse con la pierna recta.</translation>
    </message>
    <message>
        <source>A strap has slipped. Tighten it and calibrate again.</source>
        <translation>Una cinta se ha movido. Apriétela y calibre de nuevo.</translation>
    </message>
    <message>
        <source>A strap is loose. Tighten it.</source>
        <translation>Una cinta está floja. Apriétela.</translation>
    </message>
    <message>
        <source>The sensors are getting ready. The angle comes with their data.</source>
        <translation>Los sensores se están preparando. El ángulo llega con sus datos.</translation>
    </message>
    <message>
        <source>No angle without the thigh sensor.</source>
        <translation>Sin el sensor del muslo no hay ángulo.</translation>
    </message>
    <message>
        <source>No angle without the shank sensor.</source>
        <translation>Sin el sensor de la pierna no hay ángulo.</translation>
    </message>
    <message>
        <source>No new data. The sensors are silent.</source>
        <translation>Sin datos nuevos. Los sensores callan.</translation>
    </message>
    <message>
        <source>The angle appears when the calibration is done.</source>
        <translation>El ángulo aparece al terminar la calibración.</translation>
    </message>
    <message>
        <source>clocks not compared yet</source>
        <translation>relojes aún sin comparar</translation>
    </message>
    <message>
        <source>clocks cannot be compared: these sensors send no time</source>
        <translation>relojes no comparables: estos sensores no envían la hora</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>buscando</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>conectado</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>enviando</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>en silencio</translation>
    </message>
    <message>
        <source>lost, reconnecting</source>
        <translation>perdido, reconectando</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallado</translation>
    </message>
    <message>
        <source>battery low</source>
        <translation>batería baja</translation>
    </message>
    <message>
        <source>losing data</source>
        <translation>pierde datos</translation>
    </message>
    <message>
        <source>beyond its range</source>
        <translation>fuera de rango</translation>
    </message>
    <message>
        <source>Not calibrated</source>
        <translation>Sin calibrar</translation>
    </message>
    <message>
        <source>Calibrating</source>
        <translation>Calibrando</translation>
    </message>
    <message>
        <source>Calibrated, fit good</source>
        <translation>Calibrado, ajuste bueno</translation>
    </message>
    <message>
        <source>Calibrated, fit poor</source>
        <translation>Calibrado, ajuste pobre</translation>
    </message>
    <message>
        <source>Calibration refused</source>
        <translation>Calibración rechazada</translation>
    </message>
    <message>
        <source>Fits no longer: strap slipped</source>
        <translation>Ya no ajusta: cinta desplazada</translation>
    </message>
    <message>
        <source>Calibrated, fit doubtful</source>
        <translation>Calibrado, ajuste dudoso</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Elevación</translation>
    </message>
    <message>
        <source>Way there</source>
        <translation>Ida</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>Vuelta</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Recorrido</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Whole cycle</source>
        <translation>Ciclo completo</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>Pico</translation>
    </message>
    <message>
        <source>Largest flexion</source>
        <translation>Flexión máxima</translation>
    </message>
    <message>
        <source>Smallest flexion</source>
        <translation>Flexión mínima</translation>
    </message>
    <message>
        <source>Flexion range</source>
        <translation>Recorrido de flexión</translation>
    </message>
    <message>
        <source>Flexion held</source>
        <translation>Flexión mantenida</translation>
    </message>
    <message>
        <source>Flexion at rest</source>
        <translation>Flexión en reposo</translation>
    </message>
    <message>
        <source>Flight</source>
        <translation>Vuelo</translation>
    </message>
    <message>
        <source>Peak acceleration</source>
        <translation>Aceleración máxima</translation>
    </message>
    <message>
        <source>Highest rise</source>
        <translation>Elevación máxima</translation>
    </message>
    <message>
        <source>Ankle rise</source>
        <translation>Subida del tobillo</translation>
    </message>
    <message>
        <source>cuff weight</source>
        <translation>tobillera con peso</translation>
    </message>
    <message>
        <source>deeper</source>
        <translation>más profundo</translation>
    </message>
    <message>
        <source>eyes closed</source>
        <translation>ojos cerrados</translation>
    </message>
    <message>
        <source>higher step</source>
        <translation>escalón más alto</translation>
    </message>
    <message>
        <source>lower chair</source>
        <translation>silla más baja</translation>
    </message>
    <message>
        <source>on a pillow</source>
        <translation>sobre una almohada</translation>
    </message>
    <message>
        <source>resistance band</source>
        <translation>banda elástica</translation>
    </message>
    <message>
        <source>on one leg</source>
        <translation>sobre una pierna</translation>
    </message>
    <message>
        <source>on a Swiss ball</source>
        <translation>sobre una pelota suiza</translation>
    </message>
    <message>
        <source>on an unsteady surface</source>
        <translation>sobre una superficie inestable</translation>
    </message>
    <message>
        <source>more weight</source>
        <translation>más peso</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>contada</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>muy corta</translation>
    </message>
    <message>
        <source>short hold</source>
        <translation>pausa corta</translation>
    </message>
    <message>
        <source>wrong posture</source>
        <translation>postura incorrecta</translation>
    </message>
    <message>
        <source>data missing</source>
        <translation>faltan datos</translation>
    </message>
    <message>
        <source>strap slipped</source>
        <translation>cinta desplazada</translation>
    </message>
    <message>
        <source>angle not certain</source>
        <translation>ángulo no seguro</translation>
    </message>
    <message>
        <source>too fast</source>
        <translation>muy rápida</translation>
    </message>
    <message>
        <source>knee not straight</source>
        <translation>rodilla no recta</translation>
    </message>
    <message>
        <source>not all the way</source>
        <translation>incompleta</translation>
    </message>
    <message>
        <source>hip rolling</source>
        <translation>cadera rueda</translation>
    </message>
    <message>
        <source>feet apart</source>
        <translation>pies separados</translation>
    </message>
    <message>
        <source>knee not locked</source>
        <translation>rodilla no firme</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>muy larga</translation>
    </message>
    <message>
        <source>too short</source>
        <translation>muy breve</translation>
    </message>
    <message>
        <source>another movement</source>
        <translation>otro movimiento</translation>
    </message>
    <message>
        <source>the other leg</source>
        <translation>la otra pierna</translation>
    </message>
    <message>
        <source>left the chair</source>
        <translation>dejó la silla</translation>
    </message>
    <message>
        <source>thigh lifts off</source>
        <translation>el muslo se levanta</translation>
    </message>
    <message>
        <source>knee moves</source>
        <translation>la rodilla se mueve</translation>
    </message>
    <message>
        <source>unsteady</source>
        <translation>inestable</translation>
    </message>
    <message>
        <source>decided by the therapist</source>
        <translation>decidido por el terapeuta</translation>
    </message>
</context>
</TS>
