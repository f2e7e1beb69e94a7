## Días

day-today = hoy
day-tomorrow = mañana

## Botones: el emoji del principio es fijo en todos los idiomas

btn-approve = ✅ { $n }
btn-others = 🔄 Otras
btn-wish-shorter = 🔄 Más corto
btn-wish-funnier = 🔄 Más divertido
btn-wish-formal = 🔄 Más formal
btn-wish-memory = 🔄 Otro recuerdo
btn-drafts-before = ↩️ Las de antes
btn-edit = ✏️ Editar
btn-write = ✏️ Lo escribo yo
btn-skip = ⏭ Saltar
btn-call = 📞 Llamar
btn-called = ☑️ Ya llamé
btn-later = 🕘 Después
btn-send-now = 🚀 Ahora
btn-route = 📮 Otra vía
btn-send = 🚀 Mandar
btn-undo = ↩️ Deshacer
btn-back = ↩️ Volver
btn-tell = ➕ Contar algo
btn-open = 📲 { $app ->
    [whatsapp] WhatsApp
   *[other] Telegram
}
btn-pick = 📲 Elegir en { $app ->
    [whatsapp] WhatsApp
   *[other] Telegram
}
btn-open-n = 📲 { $n } por { $app ->
    [whatsapp] WhatsApp
   *[other] Telegram
}
btn-copy = 📋 Copiar
btn-copy-n = 📋 Copiar { $n }
btn-i-sent = ☑️ Ya está
btn-i-sent-n = ☑️ Mandé { $n }
btn-i-sent-name = ☑️ { $name }
btn-all-sent = ☑️ Salieron todos
btn-arrived = ☑️ Le llegó
btn-again = 🔁 Mandar de nuevo
btn-add = ➕ Agregar a alguien
btn-add-note = ➕ Contar algo
btn-as-note = ➕ Guardar como nota
btn-same = 👍 La misma persona
btn-another = ➕ Otra persona
btn-accept = 👍 Acepto
btn-refuse = ❌ No, gracias
btn-close = ❌ Cancelar
btn-delete = 🗑 Borrar todo
btn-delete-one = 🗑 Borrar a { $name }
btn-forget = 🗑 Olvidar
btn-invite = 📨 Invitar
btn-draft = 💌 Escribirle
btn-list = 👥 Mi gente
btn-review = 💌 Revisar saludos
btn-how = ¿Cómo funciona?
btn-go-on = ▶️ Seguir
btn-pause = 🕘 Más tarde
btn-previous = ◀️ Anteriores
btn-next = ▶️ Siguientes

## Bienvenida y ayuda

welcome =
    Hola, { $name }. Soy Abrazo: guardo lo que me contás de tu gente y, cuando llega su día, te ayudo a escribirle a cada persona lo suyo.

    Nada sale sin que vos lo apruebes.

    ¿Probamos con una persona que quieras? Escribime, por ejemplo:
    /add Juana, amiga, le gusta el té de jazmín, cumple 3/5

    🕰 Por ahora: { $country }, donde son las { $hour }.
welcome-back = Hola de nuevo, { $name }. ¿Qué hacemos?
demo-welcome =
    Hola, { $name }. Soy Abrazo: guardo lo que me contás de tu gente y, cuando llega su día, te ayudo a escribirle a cada persona lo suyo. Nada sale sin que vos lo apruebes.

    En esta prueba ya conozco a { $people } personas inventadas.{ $model ->
        [yes] {""}
       *[no] {" "}🧩 Acá no hay ningún modelo: los borradores los armo yo, y en cada uno dice «sin modelo». Con OPENAI_API_KEY u OPENAI_BASE_URL los escribe el tuyo.
    }

    👉 Para empezar, tocá arriba el botón que va a la víspera del Día del Amigo: te muestro el primer saludo y decidís vos.
help =
    Lo que podés pedirme:

    ➕ Agregar a alguien: /add Juana, amiga, le gusta el té de jazmín, cumple 3/5
    📝 Contarme algo: /note Juana: se mudó a Córdoba
    👥 Ver a tu gente: /contacts
    💌 Escribir ya: /draft Juana
    ✅ Revisar lo que espera: /review
    📅 Ver lo que viene y para quién: /occasions
    📨 Que reciba por el bot: /invite Juana
    📊 Cómo viene todo: /status
    ⚙️ Cambiar horas, idioma o estilo: /settings
    📇 Traer tu agenda: /import
    📦 Llevarte todo: /export
    🗑 Borrar a alguien: /forget Juana (todo: /forget todo)
    🔒 Qué guardo y qué no: /privacy

    La noche anterior a cada fecha te muestro los borradores, de a uno. Sale solo lo que apruebes.

    En castellano también andan, y así están en el menú: /agregar, /nota, /saludar…
privacy =
    🔒 Lo que me contás queda en esta máquina, cifrado.
    { $model ->
        [yes] Para escribir, al modelo le va lo mínimo: el nombre de pila o apodo, cómo lo tratás, el idioma, las notas que no sean privadas, lo que ya le escribiste y, si los diste, tus mensajes de ejemplo. También, si no entiendo algo que me contás, esa frase; y tus audios, para pasarlos a texto. Eso se apaga en /settings.

        Su apellido (lo que va después del nombre), teléfonos y direcciones no se los paso. Lo que esté dentro de una nota o de esa frase lo saco si lo reconozco («Dra. G.», «Laura F.»). «Lo de Gómez» o «9 de Julio 845» no los reconozco: para eso está 🔒.
       *[no] No hay ningún modelo configurado: nada sale de acá.
    }

    Una nota que empieza con 🔒 no sale nunca. Con /forget se borra todo lo de una persona.
cancelled = Listo, lo dejamos ahí. No cambió nada.
nothing-to-cancel = No había nada a medias. /help te muestra qué puedo hacer.
unknown-command = No conozco { $command }. Con /help ves todo lo que puedo hacer.
mistyped-command = No conozco { $command }. ¿Quisiste decir { $meant }? Con /help ves todo lo que puedo hacer.
edited-message = Vi que corregiste un mensaje. Los cambios no los leo solos: mandámelo de nuevo, así entra.
closed = Listo, no cambió nada.
sorry = Algo no me salió y no llegué a hacerlo. Lo que ya estaba guardado sigue ahí. Probá de nuevo; si vuelve a pasar, /status te muestra cómo viene todo.
contacts-full = Eso no lo guardé: en este bot cada uno puede tener hasta { $bound } personas. Hacé lugar con /forget y un nombre, o desde /contacts, y contámelo de nuevo.
stranger = Hola. Soy un bot privado: solo atiendo a quien me instaló. Para recibir saludos hace falta una invitación vigente. ¡Todo lo mejor!

command-add = Agregar a alguien
command-note = Contar algo de alguien
command-contacts = Tu gente
command-draft = Escribir saludos ahora
command-review = Revisar los borradores
command-invite = Invitar a recibir por el bot
command-forget = Borrar a alguien
command-status = Cómo viene todo
command-help = Qué puedo hacer
command-privacy = Qué guardo y qué no
guest-command-stop = No recibir más por este chat
guest-command-forgetme = Borrar todo lo guardado
guest-command-help = De qué se trata
profile-about = Contame cosas de tu gente: en el Día del Amigo, los cumpleaños y demás te ayudo a escribirle a cada persona lo suyo.
profile-description =
    Guardo lo que me contás de tu gente y, cuando llega su día, te propongo un saludo distinto para cada persona. Los ves de a uno. Sale solo lo que apruebes, siempre que se pueda desde tu propia cuenta.

    Si te invitaron: por este chat te va a llegar, si querés, algún saludo. Se corta en cualquier momento.

toast-old = Ese botón ya no corre. Con /review ves lo que espera.
toast-gone = Eso ya no está.
toast-moved-on = Eso ya cambió. Con /review ves cómo quedó.
toast-undone-before = Eso ya lo habías deshecho.
toast-being-sent = 🚀 Justo ahora está saliendo un saludo para esa persona. No cambié nada: probá de nuevo en un minuto.
toast-now-planned = Estoy escribiendo otros borradores.
toast-now-drafting = Estoy escribiendo otros borradores.
toast-now-ready = La tarjeta cambió: mirá la última.
toast-now-needs-memory = La tarjeta cambió: mirá la última.
toast-now-snoozed = Quedó para después.
toast-now-approved = Ya está aprobado.
toast-now-stale = Cambió algo: te lo pregunto de nuevo.
toast-now-sending = Está saliendo en este momento.
toast-now-handed-off = Ya te lo pasé para mandar.
toast-now-call = Quedó para llamar.
toast-now-sent = Ya salió.
toast-now-skipped = Ya lo habías dejado pasar.
toast-now-failed = No pudo salir. Si es de estos días, en /status tocá ❔ y ves por qué.
toast-now-unknown = No sé si llegó. En /status tocá ❔ y me contás.
toast-now-expired = Ese día ya pasó.

## Personas

relationship-friend = amistad
relationship-family = familia
relationship-partner = pareja
relationship-colleague = del trabajo
relationship-client = cliente
relationship-acquaintance = gente conocida
addressed-vos = de vos
addressed-tu-es = de tú
addressed-usted = de usted
addressed-tu = de «tu»
addressed-lei = de «Lei»
addressed-voce = de «você»
addressed-you = en inglés
fact-name = 👤 { $name } · { $about }
fact-birthday = 🎂 { $when }
date-next = { $when } · el próximo, { $date }
fact-date = 📅 { $name }: { $when }
fact-phone = 📱 { $value }
fact-username = 💬 { $value }
fact-email = ✉️ { $value }
fact-linked = 🤝 Recibe por el bot
fact-route = 📮 Sus saludos: { $route }
fact-paused = no quiere saludos
fact-touch = 🌱 { $value }, porque sí
date-anniversary = Aniversario
date-name-day = Santo
date-met = El día que se conocieron
date-client-anniversary = Trabajan juntos desde
date-work-anniversary = Aniversario de trabajo

kept = Anoté:
kept-no-notes = Contame algo de { $name } cuando quieras: con un detalle suyo, el saludo es solo suyo.
ask-whom = ¿A quién agregamos? Escribime el nombre y lo que sepas, separado por comas: Juana, amiga, le gusta el té de jazmín, cumple 3/5
already-known = Ya tengo a { $name }. Si es la misma persona, le sumo lo nuevo.
parse-empty-name = No vi ningún nombre. Escribime el nombre primero: Juana, amiga, le gusta el té.
parse-name-without-letters = Ese nombre no tiene letras. ¿Cómo se llama?
parse-name-too-long = Ese nombre es larguísimo. Escribime solo el nombre, una coma, y después lo demás.
parse-text-too-long = Es un mensaje muy largo. Mandámelo en partes y lo guardo todo.
parse-empty-note = La nota vino vacía. Probá así: /note Juana: se mudó a Córdoba
doubt-ambiguous-date = ⚠️ «{ $words }» puede ser dos fechas. Lo demás lo guardé. Decímela con el mes en letras.
doubt-which-date = ⚠️ «{ $words }» es una fecha, pero no sé de qué. Lo demás lo guardé.
doubt-unclear-date = ⚠️ No entendí la fecha «{ $words }». Lo demás lo guardé.
doubt-impossible-date = ⚠️ No entendí «{ $words }»: ese día no existe. Lo demás lo guardé. ¿Qué día es?
doubt-year-dropped = ⚠️ En «{ $words }» el año no me cierra: guardé el día y el mes.
doubt-is-mobile = ⚠️ ¿«{ $words }» es celular o fijo? Para escribirle por WhatsApp hace falta saberlo.
doubt-area-code = ⚠️ A «{ $words }» le falta la característica. Lo demás lo guardé.
doubt-unusual-phone = ⚠️ «{ $words }» no parece un teléfono de acá. Si es, mandámelo con el + y el país.
doubt-not-a-phone = ⚠️ «{ $words }» no parece un teléfono. Lo demás lo guardé.
doubt-whose-family = ⚠️ «{ $words }»: ¿es de tu familia o de otra? Lo dejé como nota.
doubt-name-boundary = ⚠️ No sé dónde termina el nombre en «{ $words }». Si no es así, deshacé y poné una coma después del nombre.
doubt-former = ⚠️ «{ $words }» es de antes: lo dejé como nota.
doubt-not-yet-client = ⚠️ «{ $words }»: si todavía no es cliente, no va saludo de cliente. Lo dejé como nota.
doubt-second-value = ⚠️ Ya tenía un dato así: «{ $words }» quedó como nota.
doubt-other = ⚠️ «{ $words }» no lo entendí del todo. Lo demás lo guardé.

ask-note = ¿De quién es, y qué querés que recuerde? Así: Juana: se mudó a Córdoba
ask-note-for = ¿Qué querés que recuerde de { $name }?
note-how = Decime de quién es y qué pasó, así: /note Juana: se mudó a Córdoba
note-for-whom = «{ $note }»: ¿de quién es?
note-about-whom = ¿De quién es la nota?
noted = 📝 { $name }: { $note }
noted-private = 🔒 { $name }: { $note }. Esto no sale de acá.
nobody-called = No tengo a nadie que se llame «{ $name }».
undone-contact = ↩️ Listo, como si no lo hubieras agregado.
undone-note = ↩️ Listo, borré esa nota.

list-head = 👥 { $count ->
    [one] Una persona
   *[other] { $count } personas
} · página { $page } de { $pages }
list-empty = Todavía no tengo a nadie. ¿Empezamos con una persona que quieras?

forget-how = ¿A quién borro? Así: /forget Juana
forget-whom = ¿A quién querés borrar?
forget-confirm =
    ¿Borro a { $name } y todo lo suyo? No hay vuelta atrás.

    Notas: { $notes } · fechas: { $dates } · saludos: { $greetings }
forgotten = 🗑 Listo. De { $name } no queda nada.

## Invitación y consentimiento

invite-how = ¿A quién invitamos? Así: /invite Juana
invite-whom = ¿A quién invitamos?
invitation =
    Pasale este enlace a { $name }. Sirve una sola vez, por 30 días:
    { $link }

    Al abrirlo va a leer que la invitación es tuya, y va a poder aceptar o no. Cuando conteste, te aviso.
invitation-qr = El mismo enlace, para mostrarle a { $name } en la pantalla.
consent =
    Hola, { $name }. A { $owner } le gustaría mandar por este chat un saludo en fechas como el cumpleaños o el Día del Amigo.

    Cada mensaje lo elige { $owner }. Las respuestas le llegan a { $owner }; nadie más las lee. Con /stop se corta en cualquier momento, y con /forgetme se borra todo.

    ¿Está bien así?
consent-yes = ¡Gracias! Los saludos de { $owner } van a llegar por este chat. Con /stop se corta en cualquier momento.
consent-no = Listo: por este chat no va a llegar ningún saludo. ¡Todo lo mejor!
told-consent-yes = 🤝 { $name } aceptó: sus saludos le llegan por el bot.
told-consent-no = { $name } prefirió no recibir por el bot. Sus saludos salen desde tu cuenta, como siempre.
stopped = Listo: por este chat no llega nada más. Para volver, /start. Con /forgetme se borra también lo guardado.
notice-stopped = { $name } pidió no recibir más por el bot. { $asking ->
    [0] Desde ahora, sus saludos salen de tu cuenta.
    [one] El saludo que habías aprobado no sale: te lo pregunto de nuevo.
   *[other] Los { $asking } saludos que habías aprobado no salen: te los pregunto de nuevo.
}
incoming = 💬 { $name }: { $words }
something-else = (mandó algo que no es texto)
relay-confirm =
    ¿Se lo mando a { $name }?

    { $words }
relay-sent = ☑️ Le llegó a { $name }.
relay-failed = No le llegó a { $name }: no está recibiendo del bot. Escribile desde tu cuenta.
relay-unlinked = { $name } ya no recibe por el bot, así que eso no le llegó. Escribile desde tu cuenta.
relay-unknown = Puede que a { $name } le haya llegado y puede que no: se cortó justo al mandar. No lo mando de nuevo por las dudas.
relay-dropped = Listo, no sale.

## Tarjetas

card-head = 💌 { $position } de { $total } · { $name } · { $occasion }, { $day }
card-rests-on = Se apoya en: { $notes }
card-without-model = 📝 Borrador sin modelo: leelo con más cuidado.
card-model-failed = { $how ->
    [refused] 📝 Borrador sin modelo (el modelo se negó a escribirlo): leelo con más cuidado.
    [garbled] 📝 Borrador sin modelo (el modelo contestó a medias): leelo con más cuidado.
   *[silent] 📝 Borrador sin modelo (el modelo no contesta): leelo con más cuidado.
}
unknown-people = De { $names } no sé nada todavía, y para mandar una cadena mejor nada. Contame de quien quieras, así: { $first }: fuimos juntos a Tandil. O tocá un nombre para escribirle vos, llamar o dejarlo pasar.
btn-tell-about = ➕ { $name }
card-model-broke-rules = 📝 Borrador sin modelo (lo que escribió el modelo no servía): leelo con más cuidado.
card-model-spent = 📝 Borrador sin modelo (por hoy se gastó lo que le toca): leelo con más cuidado.
card-stale = ⚠️ Cambió algo de { $name } desde que lo aprobaste. ¿Sigue bien así?
card-needs-more = Con lo que sé de { $name } no me salió nada que fuera solo suyo. ¿Qué fue lo último que compartieron?
card-needs-memory = De { $name } no tengo nada que sea suyo, y para mandar una cadena mejor nada. ¿Qué fue lo último que compartieron?
card-only-one = De { $name } me salió un solo texto bueno, y elegir pide dos. Contame algo más y armo otro, o con ✏️ lo hacés tuyo:
card-refused = No te muestro ningún borrador para { $name }: lo que salió { $reasons }.
remark-wrong-register = ⚠️ Fijate el trato: { $words }
remark-invented = ⚠️ Esto no está en tus notas: { $words }
remark-artifact = ⚠️ Es largo para un saludo: más de 600 letras.
remark-wrong-person = ⚠️ ¿Es para otra persona? Dice { $words }.
remark-duplicate = ⚠️ Se parece mucho a otro saludo de este día o a uno de antes.
problem-generic = no decía nada suyo
problem-duplicate = se parecía demasiado a otro saludo
problem-sensitive = tocaba un tema delicado
problem-reveals-source = mostraba tus notas
problem-selling = pedía o vendía algo
problem-wrong-person = nombraba a otra persona
problem-invented = inventaba algo
problem-wrong-language = estaba en otro idioma
problem-wrong-register = usaba otro trato
problem-artifact = venía mal escrito
by-bot = por el bot
by-whatsapp = por WhatsApp
ask-route = ¿Por dónde le llega a { $name }? Desde ahora, siempre por ahí.
route-bot = Por el bot
route-whatsapp = WhatsApp
route-telegram = Telegram
route-email = Correo
route-pick = Elijo el chat
route-copy = Lo pego yo
by-telegram = por Telegram
by-call = por teléfono
by-copy = lo pegás vos
by-yourself = desde tu cuenta

line-approved = ✅ { $name } · { $day } { $hour }, { $channel }
line-approved-soon = ✅ { $name } · sale en un momento, { $channel }
line-sending-now = 🚀 { $name } · sale ya.
line-skipped = ⏭ { $name } · lo dejamos pasar.
line-snoozed = 🕘 { $name } · te lo muestro en un rato.
line-call = 📞 { $name } · te toca llamar.
line-sent = ☑️ { $name } · listo.
line-again = 🔁 { $name } · sale de nuevo.
line-below = 💌 { $name } · sigue más abajo.

review-pause = Van { $done }. { $waiting ->
    [one] Queda uno.
   *[other] Quedan { $waiting }.
} ¿Seguimos o cortamos un rato?
paused = 🕘 Cortamos acá. No se pierde nada: cuando quieras, /review.
review-done = Listo, no queda nada por decidir.
summary-approved = ✅ { $when }, { $channel }: { $names }
summary-when = { $day } { $hour }
summary-later = 🕘 Para después: { $names }
summary-by-hand = Los que van desde tu cuenta te los paso a esa hora, de a uno.
summary-whom = ¿Cuál querés volver a ver? Lo demás queda como está.
btn-change-one = ↩️ Cambiar algo
btn-take-back = ↩️ { $name }
btn-back-to = ↩️ Volver a { $name }
nothing-waits = No hay nada esperando. La noche anterior a cada fecha te aviso; para escribir ya: /draft
still-writing = Estoy escribiendo { $count ->
    [one] un saludo
   *[other] { $count } saludos
}. En cuanto esté el primero, te lo muestro.
progress = Estoy escribiendo { $total } saludos. { $bar } { $done }/{ $total }
progress-done = Listos los borradores. { $bar } { $done }/{ $total }
drafting-one = Escribiendo… En un momento te lo muestro.
writing-others = 🔄 Buscando otras palabras para { $name }…
writing-so = 🔄 Buscando otras palabras para { $name }: { $wish }…
wish-shorter = más corto
wish-funnier = más divertido
wish-formal = más formal
wish-memory = que hable de otro recuerdo
draft-whom = ¿A quién le escribimos?
draft-nobody = En los próximos 60 días no hay fechas para nadie. ¿Agregamos a alguien, o un cumpleaños?
draft-no-day = No encuentro ninguna fecha para { $name }. Contame su cumpleaños, así: { $name }: cumple 3/5
draft-not-theirs = { $day } no es un día de { $name }. En 📅 ves qué fecha le toca a cada relación, y la cambiás.
draft-not-greeted = A { $name } no le escribo saludos: así está marcado en su ficha.
ask-edit =
    Escribime el saludo para { $name } como quieras que salga. Este es el borrador, tocalo y se copia:

    { $text }
ask-write = Escribime el saludo para { $name } como quieras que salga.
edit-too-late = Ese saludo ya no espera: lo tuyo no lo usé. Con /review ves lo que sigue.
edit-too-long = Es muy largo para un solo mensaje a { $name }: entran { $most } caracteres y el tuyo tiene { $length }. Mandámelo más corto.
ask-memory = ¿Qué fue lo último que hiciste con { $name }? O contame algo que le guste.
memory-kept = 📝 { $name }: { $note }. Con eso le escribo.
memory-kept-private = 🔒 { $name }: { $note }. Esto no sale de acá; pruebo escribirle sin modelo.

## El día

ronda-head = { $left ->
    [0] 📲 { $name } · otra vez
    [one] 📲 { $name } · el último
   *[other] 📲 { $name } · quedan { $left }
}
ronda-done = Con { $name } terminaste la ronda. ¡Listo por hoy!
evening-question = { $count ->
    [one] Me quedó uno sin confirmar: { $names }. ¿Salió?
   *[other] Me quedaron { $count } sin confirmar: { $names }. ¿Salieron?
}
all-sent = ☑️ { $count ->
    [0] Ya estaba todo anotado.
    [one] Anotado, salió.
   *[other] Anotado, salieron los { $count }.
}
notice-spent = 🧮 Por hoy gasté todo lo que puedo en el modelo. Hasta la medianoche escribo sin él: leé los borradores con más cuidado. No se pierde nada, y mañana sigo como siempre.
notice-model-away = 🧩 { $how ->
    [auth] El modelo rechaza la clave desde las { $hour }: hay que revisar OPENAI_API_KEY.
    [quota] Al modelo se le acabó el crédito (desde las { $hour }).
   *[silent] El modelo no contesta desde las { $hour }.
} Los borradores los armo sin él: leelos con más cuidado. Sigo probando y te aviso cuando vuelva.
notice-model-back = 🧩 El modelo volvió a contestar. Lo que sigue lo escribo con él; en una tarjeta de antes, 🔄 trae otros.
notice-telegram-back = 📡 Estuve sin conexión con Telegram de { $since } a { $until }. No se perdió nada: lo que tenía que salir en ese rato sale ahora.
notice-copy-failed = 💾 No pude hacer la copia de seguridad de esta noche: parece que no queda lugar en el disco. Las anteriores siguen ahí, y pruebo de nuevo cada hora.
notice-copy-made = 💾 La copia de seguridad ya está al día.
notice-sent = 💌 { $count ->
    [one] Ya salió el saludo para { $names }.
   *[other] Ya salieron { $count } saludos: { $names }.
}
notice-unknown = Puede que a { $name } le haya llegado y puede que no. No lo mando de nuevo sin que me digas.
notice-expired = { $count ->
    [one] Se pasó el día de { $names } y no salió nada. Si querés, todavía podés escribirle.
   *[other] Se pasó el día y no salió nada para { $names }. Si querés, todavía podés escribirles.
}
unsettled-more = { $count ->
    [one] Y falta uno más. Resolvé estos y seguí con ❔.
   *[other] Y faltan { $count } más. Resolvé estos y seguí con ❔.
}
notice-expired-unanswered = { $count ->
    [one] Se pasó el día de { $names } y no salió nada. Cuando me confirmes lo que falta, vemos si le escribís igual.
   *[other] Se pasó el día y no salió nada para { $names }. Cuando me confirmes lo que falta, vemos si les escribís igual.
}
notice-late-now = Y para { $names } no salió nada ese día. Si querés, todavía se puede.
failed-blocked = A { $name } no le llegó: ya no recibe del bot. Tu texto está guardado; con 🔁 te lo paso para mandarlo vos.
failed-gone = A { $name } no le llegó: esa cuenta de Telegram ya no existe. Tu texto está guardado; con 🔁 te lo paso para mandarlo vos.
failed-unlinked = A { $name } no le llegó: ya no recibe del bot. Tu texto está guardado; con 🔁 te lo paso para mandarlo vos.
failed-unreachable = A { $name } no le llegó: Telegram no contestaba. Tu texto está guardado; con 🔁 pruebo otra vez.
failed-refused = A { $name } no le llegó: Telegram no lo aceptó. Tu texto está guardado; con 🔁 pruebo otra vez.

## Estado

status-head = 📊 Así viene todo:
status-waiting = 💌 Esperan tu decisión: { $names }
status-needs-memory = ➕ Me falta un recuerdo de: { $names }
status-writing = ✍️ Escribiendo: { $names }
status-approved = ✅ Aprobados: { $names }
status-handed-off = 📲 En tus manos: { $names }
status-call = 📞 Para llamar: { $names }
status-sent = ☑️ Enviados: { $names }
status-skipped = ⏭ Dejaste pasar: { $names }
status-failed = ✖️ No salieron: { $names }
status-unknown = ❔ No sé si llegaron: { $names }
status-expired = 🗓 Se pasó el día: { $names }
status-nothing = Nada pendiente.
status-touched = ✍️ { $untouched } de tus últimos { $count } salieron sin tocar; en promedio cambiás el { $share } % del borrador.
status-touched-before = ↳ Antes: { $untouched } de { $count }, y el { $share } %.
status-tick = ⏱ Última mirada al reloj: { $hour }
status-model-none = 🧩 Sin modelo: los borradores los armo yo.
status-model-ok = 🧩 El modelo contesta.
status-model-failing = 🧩 El modelo no contesta: mientras tanto los borradores los armo yo.
status-drafts = ✍️ Borradores con el modelo, hoy: { $used } de { $bound }.
status-tokens = 🧮 Modelo, hoy: { $used } de { $bound } tokens.

## Charla

talk-how = No sé bien qué hacer con eso. Si es algo de alguien, decime de quién, así: Juana: se mudó a Córdoba. Para agregar a alguien: /add. Todo lo demás: /help
talk-hello = Hola, { $name }. Contame algo de tu gente, o preguntame a quién saludar esta semana.
talk-thanks = 🤗 Acá estoy.
talk-bye = 🤗 Dale. Acá estoy cuando quieras.
talk-heard = 🎧 «{ $words }»
talk-told = Anoté de { $name }:
talk-nothing-new = Eso ya lo tenía anotado de { $name }.
talk-birthday = 🎂 { $name }, { $date }. Te aviso la noche anterior.
talk-instead = { $new } (antes: { $old })
talk-nickname = 🏷 Le decís { $value }
talk-relationship = 👤 { $value }
talk-language = 🌍 { $value }
talk-paused = 🔕 No quiere saludos
talk-noted-of-day = 📝 { $name }, { $date }: { $note }
talk-when = 🎂 { $name }: { $date }. { $days ->
    [0] ¡Es hoy!
    [one] Es mañana.
   *[other] Faltan { $days } días.
}
talk-when-unknown = No sé cuándo cumple { $name }. Decímelo cuando quieras, así: cumple 3/5
talk-day = 📅 { $day } · { $occasions }
talk-and-more = y { $count } más
talk-nobody-then = { $days ->
    [one] Ese día no hay a quién saludar.
   *[other] En esos días no hay a quién saludar.
}
talk-no-birthdays = { $days ->
    [one] Ese día no sé de ningún cumpleaños.
   *[other] En esos días no sé de ningún cumpleaños.
}
btn-mobile = 📱 Es celular
btn-fixed = ☎️ Es fijo
talk-nobody-known = De eso no tengo nada anotado de nadie. Cuando lo sepas, contámelo así: Teo: juega al ajedrez
talk-as-note = ¿Guardo «{ $words }» como nota?
talk-newcomer = No tengo a nadie que se llame «{ $name }». ¿Agrego a { $name } con eso?
talk-whose = ¿De quién es? Escribime el nombre.
talk-forget = Para borrar a { $name } hace falta un toque tuyo:
talk-draft = Un toque y le escribo a { $name }. Nada sale sin que lo apruebes.
talk-cannot-hear = Acá no tengo con qué escuchar audios. Contámelo escrito, así: Juana: se mudó a Córdoba
talk-hearing-failed = No pude escuchar ese audio: no me contestaron a tiempo. Probá de nuevo en un rato, o contámelo escrito.
talk-heard-nothing = No llegué a entender nada en ese audio. ¿Me lo contás de nuevo, o escrito?
talk-too-long-to-hear = Ese audio es demasiado grande para mí: hasta 20 MB. Contámelo en partes, o escrito.
btn-note-of = ➕ Nota de { $name }
btn-add-name = ➕ Agregar a { $name }
undone-told = ↩️ Listo, quedó como antes.
not-understood-yet = Eso no lo sé leer. Contámelo escrito o hablado, así: Juana: se mudó a Córdoba

## Correo

by-email = por correo
email-subject = Un saludo de { $name }
email-say-no = Para no recibir más saludos, alcanza con responder «{ $words }» a este correo.
email-no-thanks = No, gracias
failed-mail-refused = A { $name } no le llegó: su servidor de correo no lo aceptó. Tu texto está guardado; con 🔁 pruebo otra vez.
failed-mail-address = A { $name } no le llegó: su dirección de correo no es válida. Tu texto está guardado; corregila y probá con 🔁.
failed-mail-unreachable = A { $name } no le llegó: el servidor de correo no contestaba. Tu texto está guardado; con 🔁 pruebo otra vez.
failed-mail-login = A { $name } no le llegó: el servidor de correo no aceptó tu cuenta. Tu texto está guardado; revisá SMTP_URL y probá con 🔁.
failed-mail-busy = A { $name } no le llegó: el servidor de correo pidió esperar demasiado. Tu texto está guardado; con 🔁 pruebo otra vez.

## Fechas

btn-own-day = ➕ Fecha propia
btn-off-days = 🔕 Otras fechas
btn-on = 🔔 Sí: { $who } · { $count }
btn-off = 🔕 No: { $who } · { $count }
btn-marked = 🔔 Sí: { $name }
btn-unmarked = ▫️ No: { $name }
btn-draft-day = 💌 Escribir ya
btn-delete-day = 🗑 Borrar la fecha
command-occasions = Lo que viene y para quién
occasions-head = 📅 Lo que viene en los próximos 60 días, y a cuántos saludás:
occasions-none = 📅 En los próximos 60 días no hay fechas para nadie. Con un cumpleaños o una fecha propia ya hay para quién.
occasions-line = { $day } · { $name } · 👥 { $count }
occasions-line-held = { $day } · { $name } · 👥 { $count } · ⏳ { $held }
occasions-personal = { $day } · { $name } · { $names }
occasions-off-head = 🔕 Fechas de los próximos 60 días en las que por ahora no le toca a nadie:
occasions-off-none = 🔕 No hay otras fechas en los próximos 60 días.
occasions-off-line = { $day } · { $name }
occasions-shut = 📅 Listo. Con /occasions volvés cuando quieras.
occasion-head = 📅 { $name }
occasion-when = 🗓 { $day }
occasion-note = ⚠️ { $note }
occasion-people = 👥 { $names }
occasion-held-gap = ⏳ { $name }: ya tuvo tu saludo del { $last }, y entre saludos dejamos { $days } días.
occasion-held-client = ⏳ { $name }: { $count ->
    [one] ya tuvo su saludo del año
   *[other] ya van { $count } saludos en un año
} (el último, { $last }), y a un cliente con eso le alcanza.
occasion-held-more = ⏳ Y { $count } más por lo mismo.
occasion-held-how = Si querés escribirle igual: /draft { $name }
occasion-switches = A quién saludás ese día (tocá para cambiarlo):
occasion-for-nobody = Por ahora no le toca a nadie. Tocá a quién querés saludar ese día:
btn-who = 👥 Elegir personas
occasion-who = 👥 { $name }: tocá a quién saludás ese día, sea cual sea el vínculo. Así marcás también de quién es una fiesta de su fe.
late-head = 🐌 Se pasaron sin tu saludo. Todavía se puede: el texto dice que llega tarde, sin dar vueltas.
btn-year = 🖼 El año
btn-year-of = 🖼 { $year }
year-own = De una persona
year-shared = Para varias
year-greeted = Saludado
year-caption = 🖼 { $year } de un vistazo: { $people ->
    [one] una persona con fechas
   *[other] { $people } personas con fechas
}, { $days ->
    [one] un día marcado
   *[other] { $days } días marcados
}. { $greeted ->
    [0] Todavía no saludaste a nadie.
    [one] Ya saludaste a una persona.
   *[other] Ya saludaste a { $greeted } personas.
}
late-none = 🐌 En la última semana no se te pasó nadie.
late-line = { $day } · { $name } · { $names }
late-unanswered = { $count ->
    [one] ❔ De ese día hay un saludo sin confirmar. Contame si salió y seguimos.
   *[other] ❔ De ese día hay { $count } saludos sin confirmar. Contame cuáles salieron y seguimos.
}
late-answer-first = ❔ Antes contame cuáles salieron del { $day }, así no le escribo dos veces a nadie.
late-writing = 🐌 { $name } fue el { $day }. { $count ->
    [one] Escribo el saludo, y que llega tarde lo dice.
   *[other] Escribo los { $count } saludos, y que llegan tarde lo dicen.
}
card-late = 🐌 Llega tarde, y el texto lo dice.
card-early = 🌏 Te la muestro antes de tu hora: sale { $day } a las { $hour } tuyas, cuando allá son las { $there }.
btn-late = 🐌 Se me pasó · { $count }
btn-late-go = 💌 { $name } · 👥 { $count }
btn-late-ask = ❔ ¿Salieron? · { $day }
line-withdrawn = 🔕 { $name } · esa fecha quedó apagada, así que no va saludo.
line-forgotten = 🗑 Este saludo se borró.
line-joined = 💌 { $name } · eran la misma persona: queda un solo saludo.
parted-nobody-linked = 🤝 Alguien aceptó tu invitación mientras { $names } eran un solo contacto, y no puedo saber quién fue. Por las dudas, por el bot no le mando nada a ninguno de los dos: invitá de nuevo con /invite.
toast-withdrawn = { $count ->
    [one] Retiré un saludo que esperaba tu decisión. Lo aprobado no lo toqué.
   *[other] Retiré { $count } saludos que esperaban tu decisión. Lo aprobado no lo toqué.
}
ask-own-day =
    ¿Qué día, y qué se festeja? Escribilo todo junto, así:
    15/9 aniversario del club
    el segundo sábado de octubre, asado
    20/9/2027 la mudanza

    Con año es una sola vez; sin año, todos los años.
own-kept-fixed = 📅 { $name } · todos los años
own-kept-nth = 📅 { $name } · todos los años, ese día de la semana
own-kept-once = 📅 { $name } · una sola vez
own-without-name = ¿Y qué se festeja? Escribime la fecha y el nombre juntos: { $words } aniversario del club
own-without-day = En «{ $words }» no vi ninguna fecha. Probá así: 15/9 aniversario del club
own-ambiguous = «{ $words }» puede ser más de una fecha. Escribila con el mes en letras, y el nombre al lado.
own-impossible = «{ $words }» no existe en el calendario. ¿Qué día es? Escribime la fecha y el nombre juntos.
own-past = «{ $words }» ya pasó. Sin año, la guardo para todos los años: 15/9 aniversario del club
own-delete-confirm = ¿Borro «{ $name }» de tus fechas? Lo que ya aprobaste no se toca.
toast-own-deleted = Listo, borré «{ $name }».

## Ajustes

command-settings = Idioma, horas, estilo y demás
btn-opt-language = 🌐 Idioma
btn-opt-country = 🏳️ País
btn-opt-zone = 🕰 Zona horaria
btn-here = 📍 Mi ubicación
btn-send-here = 📍 Mandar ubicación
btn-elsewhere = 📍 No estoy ahí
btn-opt-regions = 🌍 Otra región
btn-opt-prepare = 📝 Preparar
btn-opt-send = ⏰ Hora de salida
btn-opt-quiet = 🌙 Tu descanso
btn-opt-clients = 💼 Clientes
btn-opt-gap = ⏳ Cada cuánto
btn-opt-pause = ☕ Pausas
btn-opt-talk = 🧩 Charla
btn-opt-style = ✍️ Tu estilo
btn-opt-signature = 🖋 Firma
btn-opt-after = 🌤 El día después
btn-opt-days = 🎈 Fechas
btn-earlier = ◀️ 15 min antes
btn-later-by = ▶️ 15 min después
btn-yes = 👍 Sí
btn-no = ❌ No
btn-add-sample = ➕ Mensajes míos
btn-style-note = ✏️ Cómo escribo
btn-drop-samples = 🗑 Borrar mensajes
btn-drop-style = 🗑 Borrar la línea
btn-signature = ✏️ Escribir firma
btn-drop-signature = 🗑 Sin firma
btn-signature-of = 🖋 { $who }
toast-kept = Listo, guardado.
settings-head = ⚙️ Así estamos. Tocá lo que quieras cambiar:
settings-shut = ⚙️ Listo. Con /settings volvés cuando quieras.
settings-language = 🌐 Idioma: { $value }
settings-country = 🏳️ País: { $value }{ $area ->
    [none] { "" }
   *[other] { " " }· ☎️ { $area }
}
settings-zone = 🕰 Zona horaria: { $value } (ahí son las { $hour })
settings-prepare = 📝 Preparo los borradores a las { $hour } de la noche anterior
settings-send = ⏰ Los saludos salen a las { $hour } de donde está cada uno
settings-quiet = 🌙 De { $sleeps } a { $wakes } no te escribo
settings-gap = ⏳ { $days ->
    [0] Sin mínimo de días entre saludos a una misma persona
   *[other] Entre saludos a una misma persona, al menos { $days } días
}
settings-clients = 💼 A un cliente lo saludás { $count ->
    [one] una vez
   *[other] hasta { $count } veces
} por año
settings-pause = ☕ { $cards ->
    [0] Te muestro las tarjetas sin ofrecerte pausas
   *[other] Te ofrezco una pausa cada { $cards } tarjetas
}
settings-talk = 🧩 Charla: { $on ->
    [yes] la entiendo con el modelo
    [no] la entiendo sin el modelo
   *[none] la entiendo sin modelo, porque no hay ninguno
}
settings-style = ✍️ Tu estilo: { $note } · { $samples ->
    [0] sin mensajes tuyos
    [one] un mensaje tuyo
   *[other] { $samples } mensajes tuyos
}
settings-signature = 🖋 Firma: { $value }{ $others ->
    [0] {""}
    [one] {" "}· una más para un vínculo
   *[other] {" "}· { $others } más para otros vínculos
}
settings-after = 🌤 El día después { $on ->
    [yes] te pregunto si hay algo para recordar
   *[no] no te pregunto nada
}
settings-days = 🎈 Fechas: el Día del Amigo { $friends ->
    [mine] es el de tu país
    [theirs] es el de cada uno
   *[both] es el tuyo y el de cada uno
}; el 29/2, los otros años, { $leap ->
    [february] es el 28/2
   *[march] es el 1/3
}; los años redondos { $milestones ->
    [yes] se nombran
   *[no] no se nombran
}
settings-ask-language = 🌐 ¿En qué idioma hablamos? A cada persona le escribo en el suyo, eso no cambia.
settings-ask-country = 🏳️ Ahora: { $value }. De tu país salen el Día del Amigo y las demás fechas; cada persona puede tener el suyo.{ $area ->
    [none] { "" }
   *[other] { " " }Tu característica es { $area }: con ella completo los números que vienen sin ninguna.
}
settings-ask-zone = 🕰 Ahora: { $value }, donde son las { $hour }. Elegí la ciudad que comparte tu hora.
settings-ask-here = 📍 Tocá la tecla de abajo y Telegram me manda dónde estás. De ahí saco tu país y tu hora; la ubicación no la guardo.
settings-here-not-kept = 📍 Listo, ya sé tu país y tu hora. La ubicación no la guardé.
settings-here-nowhere = 📍 Ahí no encontré ningún país. No cambié nada; en /settings podés elegir la ciudad de la lista.
settings-here-left = 📍 Dejo la ubicación para otro momento. La lista sigue en /settings.
settings-settled = 🏳️ { $country } · 🕰 { $value }, donde son las { $hour }. ¿No es así? Con ↩️ vuelve a como estaba.
settings-ask-region = 🌍 ¿En qué parte del mundo?
region-africa = África
region-america = América
region-antarctica = Antártida
region-arctic = Ártico
region-asia = Asia
region-atlantic = Atlántico
region-australia = Australia
region-europe = Europa
region-indian = Índico
region-pacific = Pacífico
settings-ask-prepare = 📝 Ahora: { $hour }. A esa hora de la noche anterior te muestro los borradores, de a uno. Antes no abro ninguna tarjeta.
settings-ask-send = ⏰ Ahora: { $hour }, hora de cada persona. Lo ya aprobado sale a la hora que te dije.
settings-ask-quiet = 🌙 Ahora: de { $sleeps } a { $wakes } no te escribo nada por mi cuenta. Elegí a qué hora te levantás y a cuál te acostás:
settings-wakes = 🌅 Arriba { $hour }
settings-sleeps = 🌙 A dormir { $hour }
settings-ask-gap = ⏳ ¿Cuántos días dejamos entre un saludo y otro a la misma persona? Los cumpleaños y demás fechas de cada uno, y el Día del Amigo, van siempre.
settings-gap-value = { $count ->
    [0] Sin mínimo
   *[other] { $count } días
}
settings-ask-clients = 💼 ¿Cuántas veces por año, como mucho, saludamos a un cliente? Su cumpleaños va siempre y no cuenta.
settings-clients-value = { $count ->
    [one] Una vez
   *[other] { $count } veces
}
settings-ask-pause = ☕ ¿Cada cuántas tarjetas te ofrezco una pausa?
settings-pause-value = { $count ->
    [0] Nunca
   *[other] Cada { $count }
}
settings-ask-talk = 🧩 { $on ->
    [yes] Ahora: sí. Lo que me escribís sin comando lo entiendo con el modelo, así que le llega ese texto. ¿Seguimos así?
    [no] Ahora: no. Lo que me escribís sin comando no le llega al modelo; entiendo menos, pero no sale de acá. ¿Uso el modelo?
   *[none] No hay ningún modelo: lo que me escribís lo entiendo acá, sin que salga nada.
}
settings-ask-after = 🌤 { $on ->
    [yes] Ahora: sí.
   *[no] Ahora: no.
} El día después de saludar a varias personas, ¿te pregunto una vez si te contaron algo para no olvidar?
settings-ask-days =
    🎈 Tres cosas de fechas:

    💛 A quien vive en otro país, ¿qué Día del Amigo le festejamos? En Argentina es en julio; en Colombia, Amor y Amistad es en septiembre. Podés cambiarlo también en la ficha de cada persona.
    🐸 A quien nació un 29 de febrero, los otros años, ¿cuándo lo saludamos?
    🎂 Si alguien cumple 30, 40 o 50, ¿el borrador lo puede decir?
settings-friends-day = { $choice ->
    [mine] 💛 El mío
    [theirs] 💛 El suyo
   *[both] 💛 Los dos
}
settings-leap-day = { $choice ->
    [february] 🐸 El 28/2
   *[march] 🐸 El 1/3
}
settings-milestones = { $choice ->
    [yes] 🎂 Que lo diga
   *[no] 🎂 Mejor no
}
settings-ask-style =
    ✍️ Para que los borradores suenen a vos: pegame algunos mensajes que hayas escrito, y si querés contame en una línea cómo escribís. El modelo, si hay, los lee como ejemplo; nunca los copia.
settings-style-note = ✏️ { $note }
settings-style-sample = 💬 { $text }
settings-type-sample = Mandame un mensaje tuyo tal como lo escribirías a alguien querido. Podés mandar varios, de a uno; cuando termines, ↩️.
settings-type-style = Contame en una línea cómo escribís, por ejemplo: corto, con humor y sin signos de admiración.
settings-type-signature = ¿Con qué firmás? Por ejemplo: Un abrazo, Marce
settings-ask-signature =
    🖋 Ahora: { $value }. Cierra los borradores que van por correo y los de tus clientes; la ves antes de aprobar. En un chat entre amigos no va ninguna.
    Si querés otra para un vínculo, tocalo:
settings-signature-of = 🖋 { $who }: { $value }
settings-ask-signature-of =
    🖋 { $who }: { $value }
    Lo que escribas cierra todos esos borradores, también los del chat. Si no hay nada, vale la firma general: por correo y para clientes.
settings-type-signature-of = 🖋 { $who } · ¿Con qué firmás? Por ejemplo: Cordialmente, Marcelo Gil

## Ficha

btn-notes = 📝 Notas
btn-story = 🕰 Historia
btn-shut = ❌ Cerrar
btn-card = 👤 Ver ficha
btn-filter = 🔎 Buscar
btn-bare = 📝 Sin notas
btn-longest = 🕰 Hace más tiempo
btn-remove = ✖️ Quitar
btn-option = 👍 { $value }
btn-date-birthday = 🎂 Cumpleaños
btn-date-anniversary = 📅 Aniversario
btn-date-name-day = 😇 Santo
btn-date-met = 👋 Nos conocimos
btn-date-work-anniversary = 💼 Su trabajo
btn-date-client-anniversary = 🤝 Juntos
btn-date-other-day = ➕ Otra fecha
btn-keep-memory = 👍 Guardar lo suyo
btn-alive = 👍 Fue un error
btn-lock = 🔒 Hacer privada
btn-open-note = 🔓 Ya no es privada
btn-pin = 📌 Fijar
btn-unpin = 📌 Soltar
btn-drop = 🗑 Borrar nota
btn-yes-merge = 👍 Sí, juntar
fact-group = grupo
fact-deceased = 🕊 Ya no está. No le llega ningún saludo.
fact-place = 🌍 { $value }
fact-tags = 🏷 { $value }
fact-more-notes = … y { $count ->
    [one] una nota más
   *[other] { $count } notas más
}
card-shut = 👤 { $name }
card-below = 👤 { $name } · sigue más abajo.
edit-what = ¿Qué cambiamos?
edited = Listo, quedó así:
edited-asks = ⚠️ { $count ->
    [one] El saludo que ya habías aprobado para { $name } espera: te lo pregunto de nuevo.
   *[other] Los { $count } saludos que ya habías aprobado para { $name } esperan: te los pregunto de nuevo.
}
field-name = Nombre
field-nickname = Apodo
field-form-of-address = Sra., Dr., tía…
field-register = Trato
field-relationship = Vínculo
field-roles = Mamá, profe…
field-dates = 🎂 Fechas
field-tags = 🏷 Etiquetas
field-phone = 📱 Teléfono
field-username = 💬 Usuario
field-email = ✉️ Correo
field-language = Idioma
field-country = 🌍 País
field-timezone = Hora local
field-kind = Persona o grupo
field-route = 📮 Por dónde
field-paused = Con o sin saludos
field-deceased = 🕊 Falleció
field-friends-day = 💛 Día del Amigo
field-touch = 🌱 Porque sí
field-merge = Juntar con otro
ask-field-name = ¿Cómo se llama? Escribime el nombre como quieras verlo. Ahora: { $name }
ask-field-nickname = ¿Qué apodo usás para { $name }? Escribímelo.
ask-field-form-of-address = ¿Cómo empieza tu saludo a { $name }? Por ejemplo: Sra. Rossi, tía Marta.
ask-field-register = ¿Cómo tratás a { $name }?
ask-field-relationship = ¿Qué es { $name } para vos?
ask-field-roles = ¿Qué más es { $name }? Hay días que son suyos: el de la madre, el del maestro… Tocá los que valgan.
ask-field-dates = Las fechas de { $name }. Las que ya están se quitan con un toque.
ask-field-birthday = ¿Cuándo cumple años { $name }? Por ejemplo: 3 de mayo, o 3/5/1980.
ask-field-anniversary = ¿Cuándo es el aniversario de { $name }? Por ejemplo: 3 de mayo, o 3/5/2010.
ask-field-tags = ¿Qué etiqueta le ponemos a { $name }? Por ejemplo: club, facu. Las que ya están se quitan con un toque.
ask-field-phone = ¿Qué teléfono tiene { $name }? Lo más seguro es con + y el país.
ask-field-username = ¿Qué usuario de Telegram tiene { $name }? Por ejemplo: @juanap
ask-field-email = ¿Qué correo tiene { $name }?
ask-field-language = ¿En qué idioma lee { $name }?
ask-field-country = ¿En qué país vive { $name }? Si no está en la lista, escribímelo.
ask-field-timezone = ¿Qué hora es ahora donde está { $name }?
ask-field-kind = ¿{ $name } es una persona o un grupo? A un grupo se le escribe un solo texto, para su chat.
ask-field-route = ¿Por dónde le mandamos los saludos a { $name }?
ask-field-paused = ¿Le escribimos a { $name } en sus fechas?
ask-field-deceased = Si { $name } ya no está, lo siento mucho. No le llega ningún saludo más y no vuelvo a recordarte sus fechas. Lo que me contaste queda guardado, o se borra: como prefieras.
ask-field-friends-day = ¿Qué Día del Amigo festejamos con { $name }: el de tu país, el del suyo o los dos?
ask-field-touch = 🌱 ¿Cada cuánto le escribimos a { $name } sin ningún motivo? Elijo días que no se junten con los de otra gente, y si ese día ya hay un saludo, espera.
ask-field-name-day = ¿Cuándo es el santo de { $name }? Por ejemplo: 24 de junio.
ask-field-met = ¿Cuándo se conocieron { $name } y vos? Por ejemplo: 3 de mayo, o 3/5/2010.
ask-field-work-anniversary = ¿Desde cuándo trabaja ahí { $name }? Por ejemplo: 3 de mayo, o 3/5/2010.
ask-field-client-anniversary = ¿Desde cuándo trabajan juntos { $name } y vos? Por ejemplo: 3 de mayo, o 3/5/2010.
ask-field-other-day = ¿Qué se festeja con { $name }, y cuándo? Todo junto, por ejemplo: 3/5 el día que se recibió
touch-never = Nunca
touch-every = { $months ->
    [one] Cada mes
   *[other] Cada { $months } meses
}
as-with-everybody = Como con todos
ask-field-merge = ¿Quién es la misma persona que { $name }?
kind-person = una persona
kind-group = un grupo
choice-greetings = sí, en sus fechas
choice-no-greetings = no quiere saludos
notes-head = 📝 Lo que sé de { $name }. Tocá una nota para cambiarla.
notes-none = De { $name } todavía no sé nada.
ask-note-text =
    Escribime la nota como querés que quede. Ahora dice:

    { $note }
merge-confirm = ¿{ $other } y { $name } son la misma persona? Queda { $name }, con las notas, las fechas y los saludos de las dos fichas (notas: { $notes }). Lo que no coincide queda en una nota 🔒.
story-head = 🕰 { $name }: { $count ->
    [one] un saludo
   *[other] { $count } saludos
}
story-none = 🕰 { $name }: todavía no hubo saludos.
story-day = 📅 { $day } de { $year }
story-left = ☑️ salió a las { $hour }, { $channel }
story-heard = { $day }, { $hour } · 💬 { $name }
story-answered = { $day }, { $hour } · ↪️ tu respuesta
story-media = { $kind ->
    [voice] 🎙 Nota de voz
    [video_note] 🎙 Videomensaje
    [video] 🎬 Video
    [photo] 📷 Foto
    [sticker] 🤗 Sticker
   *[other] 📎 Adjunto
}
story-paused = ⏸ No quiere saludos: no le escribo en ninguna fecha. Eso se cambia en ✏️.
story-deceased = 🕊 Ya no está: no le llega nada más y no te recuerdo sus fechas.
story-acquaintance = 👋 A quien apenas conocés, o todavía no es cliente, solo le escribo en sus propias fechas. En /occasions se prende un día más.
story-planned = ✍️ por escribir
story-drafting = ✍️ escribiéndose
story-ready = 💌 espera tu decisión
story-needs-memory = ➕ falta un recuerdo
story-snoozed = 🕘 para después
story-approved = ✅ aprobado
story-stale = ⚠️ cambió algo: te lo pregunto de nuevo
story-sending = 🚀 saliendo
story-handed-off = 📲 en tus manos
story-call = 📞 para llamar
story-sent = ☑️ enviado
story-skipped = ⏭ lo dejaste pasar
story-failed = ✖️ no salió
story-unknown = ❔ no sé si llegó
story-expired = 🗓 se pasó el día
typed-no-country = No conozco un país «{ $words }». Escribímelo de nuevo, por ejemplo: Uruguay.
typed-no-username = «{ $words }» no parece un usuario de Telegram. Es como @juanap. ¿Cuál es?
typed-no-email = «{ $words }» no parece un correo. ¿Cuál es?
typed-no-tag = En «{ $words }» no vi ninguna etiqueta. Por ejemplo: club.
typed-area-code = A «{ $words }» le falta la característica. Escribímelo entero.
typed-no-phone = «{ $words }» no parece un teléfono. Escribímelo con + y el país.
typed-is-mobile = ¿«{ $words }» es celular o fijo?
typed-which-date = «{ $words }» puede ser dos fechas. ¿Cuál es?
typed-impossible-date = «{ $words }» no es un día posible. ¿Cuál es?
typed-no-date = No entendí la fecha «{ $words }». Por ejemplo: 3 de mayo.
typed-no-other-day = En «{ $words }» no vi ninguna fecha. Probá así: 3/5 el día que se recibió
typed-other-day-without-name = ¿Y qué se festeja? Escribime la fecha y el nombre juntos: { $words } el día que se recibió
list-nobody-so = Ahí no hay nadie.
filter-how = 🔎 Escribí /contacts y unas letras del nombre, o tocá:
forget-all-word = BORRAR TODO
forget-all-confirm =
    🗑 ¿Borro todo? No hay vuelta atrás. Se va tu gente (contactos: { $contacts }) con sus notas y fechas, los saludos ({ $greetings }), tus ajustes y la clave con que estaba cifrado.

    Si querés llevarte una copia, antes mandame /export. Para borrar, escribí: { $word }
forget-all-kept = Eso no era, así que no borré nada. Si lo querés, empezá de nuevo con /forget todo.
forgotten-all = 🗑 Listo. De vos y de tu gente no queda nada acá. ¡Todo lo mejor! Para volver a empezar: /start { $code }

## Recuerdos

btn-tell-now = ➕ Contar
btn-tomorrow = 🕘 Mañana
btn-not-greet = ⏭ Esta vez no
btn-not-again = 🔕 No preguntar más
memory-why = 📅 { $occasion }, { $day }: tengo con qué escribirle a { $known } de { $total }.
memory-question = De { $name } no sé nada todavía. ¿Qué fue lo último que compartieron?
memory-tomorrow = 🕘 Listo, mañana te pregunto por { $name }.
memory-after-all = ↩️ Listo, { $name } vuelve a la lista.
day-after = 🌤 Ayer saludaste a { $count ->
    [one] una persona
   *[other] { $count } personas
}, cada una con lo suyo. ¿Alguien te contó algo nuevo para no olvidarlo?
day-after-off = 🌤 Listo, el día después no te pregunto más. En /settings lo volvés a prender.

## Primeros pasos

btn-import = 📇 Traer mi agenda
btn-export = 📦 Llevarme todo
btn-note = 📝 Contar algo
btn-days = 📅 Fechas
btn-unsettled = ❔ Lo pendiente
btn-status = 📊 Estado
btn-settings = ⚙️ Ajustes
btn-privacy = 🔒 Privacidad
btn-speak = 🌐 Seguir en español
btn-show-me = 👀 Mostrame
btn-not-now = ➡️ Ahora no
hint-first-look = ¿Querés ver cómo le escribiría a { $name }? Es solo un borrador: no sale nada.
hint-skipped = ➡️ Listo. Cuando quieras: /draft
hint-days = 📅 Ya somos varios. Acá ves qué fechas vienen y a quién le tocan; las que no querés, las apagás.
hint-lock = 🔒 Por si te sirve: una nota que empieza con 🔒 nunca sale de acá, ni para el modelo.

## Ida y vuelta

btn-voice = 🎙 Con mi voz
btn-share = 📲 Elegir acá
btn-once-more = 🔁 Otra vez
btn-rather-write = ↩️ Mejor escribo
ask-voice = Mandame una nota de voz, un video o una foto para { $name }, y ese es el saludo.
voice-too-long = Ese texto es muy largo para ir debajo. Mandámelo de nuevo con uno más corto.
card-media = { $kind ->
    [voice] 🎙 Nota de voz
    [video_note] 🎙 Videomensaje
    [video] 🎙 Video
    [photo] 🎙 Foto
   *[audio] 🎙 Audio
}
ronda-opens = { $happy ->
    [friends] ¡Feliz Día del Amigo, { $name }!
   *[other] Hola, { $name }.
} { $bot ->
    [0] Hoy salen { $total } desde { $account ->
        [whatsapp] tu WhatsApp
       *[own] tu cuenta
    }.
   *[other] Hoy salen { $total }: { $bot ->
        [one] uno lo mando yo
       *[other] { $bot } los mando yo
    } y { $hand ->
        [one] uno va
       *[other] { $hand } van
    } desde { $account ->
        [whatsapp] tu WhatsApp
       *[own] tu cuenta
    }.
} Un toque para abrir, otro para contarme que salió.
ronda-media = 🎙 Es lo que grabaste, acá arriba. Abrí el chat con 📲 y reenviáselo.
evening-left = { $count ->
    [one] Y queda uno en la ronda, sin abrir.
   *[other] Y quedan { $count } en la ronda, sin abrir.
}
notice-call = 📞 Te queda llamar a { $name } · { $phone }
notice-no-mail = ✉️ Ya no puedo mandar correos. { $count ->
    [one] El saludo para { $names } no sale: te lo pregunto de nuevo, para que vaya por otro camino.
   *[other] Los saludos para { $names } no salen: te los pregunto de nuevo, para que vayan por otro camino.
}
notice-lost = { $name } ya no recibe del bot: lo bloqueó o cerró su cuenta. { $asking ->
    [0] Desde ahora, sus saludos salen de tu cuenta.
    [one] El saludo que habías aprobado no sale: te lo pregunto de nuevo.
   *[other] Los { $asking } saludos que habías aprobado no salen: te los pregunto de nuevo.
}
incoming-media = 💬 { $name }:
incoming-edited = ✏️ { $name } corrigió: { $words }
incoming-reaction = { $emoji } { $name }, a lo que le mandaste.
relay-confirm-media = ¿Se lo mando a { $name }?
relay-too-long = Es muy largo para un solo mensaje a { $name }. Mandalo en partes.
guest-help = Por este chat llegan los saludos de { $owner }, y lo que se escriba acá le llega a { $owner }. Con /stop no llega nada más; con /forgetme se borra todo.
forgetme-confirm =
    Se borra todo lo guardado por { $owner }: nombre, direcciones, notas, saludos y lo que se habló por este chat. A { $owner } le aviso que fue a pedido.

    No hay vuelta atrás. ¿Lo borro?
forgotten-you = 🗑 Listo: acá no queda nada guardado. Los mensajes de este chat se borran desde el teléfono.
told-forgotten = 🗑 { $name } pidió que borre todo lo suyo, y lo borré: notas, fechas, direcciones y saludos. Ya no está entre tu gente.
nobodys-guest = Por acá no te llegan saludos de nadie, así que no hay nada que cortar. Para borrar a alguien tuyo: /forget

## Agenda

btn-import-all = 👍 Sumar { $count }
btn-import-birthday = 🎂 Con cumple: { $count }
btn-import-letters = 🔤 Por letra
btn-import-doubtful = ➕ Dudosos: { $count }
btn-import-more = ➕ Sumar más
btn-import-none = ❌ Ninguno
command-import = Traer tu agenda
command-export = Llevarte todo
import-how =
    📇 Mandame tu agenda como archivo, acá mismo:

    · iPhone, Android y Google exportan un .vcf.
    · Google y Outlook también dan un .csv; sirve cualquier planilla guardada como CSV.
    · Un archivo .json de /export lo devuelve todo.
    · Un calendario .ics trae los cumpleaños y las fechas de todos los años.

    Primero te muestro qué trae, y vos elegís a quién sumar.
import-found = 📇 { $count ->
    [one] Encontré una ficha:
   *[other] Encontré { $count } fichas:
}
import-new = ➕ Nuevos: { $count } ({ $names })
import-known = 👥 Ya los tenía: { $count } ({ $names })
import-doubtful = ❔ Dudosos, se llaman igual que alguien pero con otros datos: { $count } ({ $names })
import-completes = ✏️ Ya los tenía, pero acá hay datos que me faltan: { $count } ({ $names })
import-groups = 🏷 ¿A qué grupo sumamos? Un toque suma al grupo entero.
import-progress = ⏳ Sumando… { $bar } { $done }/{ $total }
import-completed = ✏️ { $count ->
    [one] Completé a una persona con lo que faltaba.
   *[other] Completé a { $count } personas con lo que faltaba.
}
import-mobiles = 📱 { $count ->
    [one] Un número puede ser celular o fijo.
   *[other] { $count } números pueden ser celulares o fijos.
} Por WhatsApp solo salen los celulares.
btn-import-completes = ✏️ Completar: { $count }
btn-import-groups = 🏷 Por grupo
btn-import-mobiles = 📱 Son celulares: { $count }
btn-pick-people = 👥 Elegir en Telegram
import-pick = 👥 Tocá el botón de abajo y elegí hasta diez personas de tu Telegram. Después te muestro a quién sumo.
import-skipped-nameless = ⏭ Sin nombre: { $count } ({ $names })
import-skipped-broken = ⏭ Cortadas o ilegibles: { $count } ({ $names })
import-skipped-formula = ⏭ Fórmulas en lugar de nombres: { $count } ({ $names })
import-unread = 🔒 { $count ->
    [one] Un dato no se pudo leer: queda como nota privada ({ $names }).
   *[other] { $count } datos no se pudieron leer: quedan como notas privadas ({ $names }).
}
import-odd-settings = ⚙️ Algunos ajustes del archivo no se entienden ({ $names }): esos quedan como están. Los cambiás en /settings y, las fechas, en /occasions.
import-local = ☎️ { $count ->
    [one] A un número le falta la característica («{ $example }»). ¿Cuál es la tuya? Sin ella queda como nota privada.
   *[other] A { $count } números les falta la característica («{ $example }»). ¿Cuál es la tuya? Sin ella quedan como notas privadas.
}
import-area-done = ☎️ { $count ->
    [0] Anoté el { $code }, pero acá no completa ningún número. Si es otra, tocá ☎️; si no, quedan como notas privadas.
    [one] Con el { $code } completé un número. Lo recuerdo para la próxima.
   *[other] Con el { $code } completé { $count } números. Lo recuerdo para la próxima.
}
btn-import-each = 👥 Uno por uno
import-each-mobile = 📱 Tocá los que son celulares: ☎️ es fijo, 📱 celular.
btn-area-mine = ☎️ Mi característica
btn-area-other = ☎️ Otra
btn-drop-area = 🗑 Olvidar el { $code }
area-ask = ☎️ ¿Cuál es tu característica, la que va antes de los números de tu zona? Por ejemplo: 11, 351 o 2966.
area-no-code = No conozco la característica «{ $words }». Mandame solo esos números, sin el resto del teléfono: 11, 351, 2966…
area-kept = ☎️ Anotada: { $code }. Con ella completo los números que vengan sin característica.
import-whom = ¿A quién sumamos? A nadie le hace falta toda la agenda: después se agregan más cuando quieras.
import-nobody = No hay nadie nuevo para sumar. No cambió nada.
import-letters = 🔤 Tocá las letras de quienes quieras sumar.
import-none = Listo, no sumé a nadie.
btn-ics-all = 👍 Traer todo: { $count }
btn-calendar = 🗓 Calendario
ics-found = 🗓 En ese calendario hay:
ics-known = 🎂 { $count ->
    [one] Un cumpleaños de tu gente: { $names }
   *[other] { $count } cumpleaños de tu gente: { $names }
}
ics-newcomers = ➕ { $count ->
    [one] Una persona que no tenía: { $names }
   *[other] { $count } personas que no tenía: { $names }
}
ics-yearly = 📅 { $count ->
    [one] Una fecha de todos los años: { $names }
   *[other] { $count } fechas de todos los años: { $names }
}
ics-unclear = ❔ Se llaman igual que varias personas, así que no los toco: { $names }
ics-differs = ❔ { $name }: yo tengo el { $mine } y el archivo dice { $theirs }. Dejo lo mío; si está mal, cambialo en su ficha.
ics-present = 👥 { $count ->
    [one] Una ya la tenía.
   *[other] { $count } ya las tenía.
}
ics-left-out = ⏭ { $count ->
    [one] Un evento que no es de todos los años: no lo traigo.
   *[other] { $count } eventos que no son de todos los años: no los traigo.
}
ics-what = ¿Qué traigo?
ics-nothing = No hay nada nuevo para traer. No cambió nada.
ics-done = ✔️ { $birthdays ->
    [0] No había nada para traer.
    [one] Traje un cumpleaños.
   *[other] Traje { $birthdays } cumpleaños.
}
ics-done-days = ✔️ Cumpleaños: { $birthdays }. Fechas de todos los años: { $days }. Esas fechas todavía no son para nadie: en 📅 elegís a quién saludás.
ics-undone = ↩️ Quedó como antes de traer ese calendario.
ics-export = 🗓 Tu calendario, para Google, Apple o cualquier otro. Cumpleaños, tus fechas y los días de tu gente en el próximo año: { $count }.
ics-empty = Todavía no hay fechas para un calendario. Con una persona y su cumpleaños ya hay.
ics-birthday = Cumpleaños de { $name }
ics-date = { $what } · { $name }
ics-touch = Porque sí · { $name }
import-working = ⏳ { $count ->
    [one] Sumando a una persona…
   *[other] Sumando a { $count } personas…
}
import-done = ✔️ { $count ->
    [one] Sumé a una persona.
   *[other] Sumé a { $count } personas.
}
import-done-acquaintances = ✔️ { $count ->
    [one] Sumé a una persona.
   *[other] Sumé a { $count } personas.
} Quedan como gente conocida: decime en su ficha quién es amigo, familia o cliente.
import-undone = ↩️ { $count ->
    [one] Listo, saqué a la persona que había sumado.
   *[other] Listo, saqué a las { $count } personas que había sumado.
}
import-bad-empty = Ese archivo está vacío. Exportá la agenda de nuevo y mandámela.
import-bad-zip = Es un archivo comprimido. Abrilo y mandame el .vcf o el .csv que tiene adentro.
import-bad-excel = Es una planilla de Excel. Guardala como CSV y mandame eso.
import-bad-unknown = No encontré contactos en ese archivo. Leo agendas .vcf, planillas .csv, calendarios .ics y el .json de /export.
import-bad-no-name-column = En esa planilla no encontré una columna con los nombres. Poné «Nombre» arriba de la columna y mandámela de nuevo.
import-bad-too-many = Son más de 10.000 fichas: es demasiado para una vez. Exportá solo un grupo o una etiqueta y mandámelo.
import-bad-too-big = Pesa más de 20 MB y Telegram no me deja bajarlo. Exportá la agenda sin fotos, o de a partes.
import-bad-not-abrazo = Ese .json no es de Abrazo. Leo el que da /export, agendas .vcf y planillas .csv.
import-bad-newer = Ese archivo lo hizo un Abrazo más nuevo. Actualizá este y mandámelo de nuevo.
import-bad-download = No pude bajar el archivo de Telegram. No cambió nada: mandámelo otra vez.
export-json = 📦 Todo lo tuyo: { $count ->
    [one] una persona
   *[other] { $count } personas
} con sus notas (también las 🔒), fechas y saludos. Guardalo bien: no está cifrado. Con /import vuelve todo.
export-vcard = 📇 Lo mismo como agenda, para el teléfono o Google, sin las notas 🔒: { $count }
export-empty = Todavía no hay nada para llevar.
