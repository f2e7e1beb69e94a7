# Español sin voseo: solo lo que cambia.

welcome =
    Hola, { $name }. Soy Abrazo: guardo lo que me cuentas de tu gente y, cuando llega su día, te ayudo a escribirle a cada persona lo suyo.

    Nada sale sin que tú lo apruebes.

    ¿Probamos con una persona que quieras? Escríbeme, por ejemplo:
    /add Juana, amiga, le gusta el té de jazmín, cumple 3/5

    🕰 Por ahora: { $country }, donde son las { $hour }.
demo-welcome =
    Hola, { $name }. Soy Abrazo: guardo lo que me cuentas de tu gente y, cuando llega su día, te ayudo a escribirle a cada persona lo suyo. Nada sale sin que tú lo apruebes.

    En esta prueba ya conozco a { $people } personas inventadas.{ $model ->
        [yes] {""}
       *[no] {" "}🧩 Aquí no hay ningún modelo: los borradores los armo yo, y en cada uno dice «sin modelo». Con OPENAI_API_KEY u OPENAI_BASE_URL los escribe el tuyo.
    }

    👉 Para empezar, toca arriba el botón que va a la víspera del Día del Amigo: te muestro el primer saludo y decides tú.
help =
    Lo que puedes pedirme:

    ➕ Agregar a alguien: /add Juana, amiga, le gusta el té de jazmín, cumple 3/5
    📝 Contarme algo: /note Juana: se mudó a Córdoba
    👥 Ver a tu gente: /contacts
    💌 Escribir ya: /draft Juana
    ✅ Revisar lo que espera: /review
    📅 Ver lo que viene y para quién: /occasions
    📨 Que reciba por el bot: /invite Juana
    📊 Cómo va todo: /status
    ⚙️ Cambiar horas, idioma o estilo: /settings
    📇 Traer tu agenda: /import
    📦 Llevarte todo: /export
    🗑 Borrar a alguien: /forget Juana (todo: /forget todo)
    🔒 Qué guardo y qué no: /privacy

    La noche anterior a cada fecha te muestro los borradores, uno por uno. Sale solo lo que apruebes.

    En español también valen, y así están en el menú: /agregar, /nota, /saludar…
privacy =
    🔒 Lo que me cuentas queda en esta máquina, cifrado.
    { $model ->
        [yes] Para escribir, al modelo le va lo mínimo: el nombre de pila o apodo, cómo lo tratas, el idioma, las notas que no sean privadas, lo que ya le escribiste y, si los diste, tus mensajes de ejemplo. También, si no entiendo algo que me cuentas, esa frase; y tus audios, para pasarlos a texto. Eso se apaga en /settings.

        Su apellido (lo que va después del nombre), teléfonos y direcciones no se los paso. Lo que esté dentro de una nota o de esa frase lo saco si lo reconozco («Dra. G.», «Laura F.»). «Lo de Gómez» o «9 de Julio 845» no los reconozco: para eso está 🔒.
       *[no] No hay ningún modelo configurado: nada sale de aquí.
    }

    Una nota que empieza con 🔒 no sale nunca. Con /forget se borra todo lo de una persona.
edited-message = Vi que corregiste un mensaje. Los cambios no los leo solos: mándamelo de nuevo, así entra.
sorry = Algo no me salió y no llegué a hacerlo. Lo que ya estaba guardado sigue ahí. Prueba de nuevo; si vuelve a pasar, /status te muestra cómo va todo.
contacts-full = Eso no lo guardé: en este bot cada uno puede tener hasta { $bound } personas. Haz lugar con /forget y un nombre, o desde /contacts, y cuéntamelo de nuevo.
toast-old = Ese botón ya no vale. Con /review ves lo que espera.
toast-being-sent = 🚀 Justo ahora está saliendo un saludo para esa persona. No cambié nada: prueba de nuevo en un minuto.
toast-now-failed = No pudo salir. Si es de estos días, en /status toca ❔ y ves por qué.
toast-now-unknown = No sé si llegó. En /status toca ❔ y me cuentas.
import-odd-settings = ⚙️ Algunos ajustes del archivo no se entienden ({ $names }): esos quedan como están. Los cambias en /settings y, las fechas, en /occasions.
forget-all-kept = Eso no era, así que no borré nada. Si lo quieres, empieza de nuevo con /forget todo.
toast-now-ready = La tarjeta cambió: mira la última.
toast-now-needs-memory = La tarjeta cambió: mira la última.
kept-no-notes = Cuéntame algo de { $name } cuando quieras: con un detalle suyo, el saludo es solo suyo.
ask-whom = ¿A quién agregamos? Escríbeme el nombre y lo que sepas, separado por comas: Juana, amiga, le gusta el té de jazmín, cumple 3/5
parse-empty-name = No vi ningún nombre. Escríbeme el nombre primero: Juana, amiga, le gusta el té.
parse-name-too-long = Ese nombre es larguísimo. Escríbeme solo el nombre, una coma, y después lo demás.
parse-text-too-long = Es un mensaje muy largo. Mándamelo en partes y lo guardo todo.
parse-empty-note = La nota vino vacía. Prueba así: /note Juana: se mudó a Córdoba
doubt-ambiguous-date = ⚠️ «{ $words }» puede ser dos fechas. Lo demás lo guardé. Dímela con el mes en letras.
doubt-area-code = ⚠️ A «{ $words }» le falta el código de área. Lo demás lo guardé.
doubt-year-dropped = ⚠️ En «{ $words }» el año no me cuadra: guardé el día y el mes.
doubt-unusual-phone = ⚠️ «{ $words }» no parece un teléfono de aquí. Si lo es, mándamelo con el + y el país.
doubt-name-boundary = ⚠️ No sé dónde termina el nombre en «{ $words }». Si no es así, deshaz y pon una coma después del nombre.
ask-note = ¿De quién es, y qué quieres que recuerde? Así: Juana: se mudó a Córdoba
ask-note-for = ¿Qué quieres que recuerde de { $name }?
note-how = Dime de quién es y qué pasó, así: /note Juana: se mudó a Córdoba
noted-private = 🔒 { $name }: { $note }. Esto no sale de aquí.
forget-whom = ¿A quién quieres borrar?
invitation =
    Pásale este enlace a { $name }. Sirve una sola vez, por 30 días:
    { $link }

    Al abrirlo va a leer que la invitación es tuya, y va a poder aceptar o no. Cuando conteste, te aviso.
relay-failed = No le llegó a { $name }: no está recibiendo del bot. Escríbele desde tu cuenta.
relay-unlinked = { $name } ya no recibe por el bot, así que eso no le llegó. Escríbele desde tu cuenta.
card-without-model = 📝 Borrador sin modelo: léelo con más cuidado.
card-model-failed = { $how ->
    [refused] 📝 Borrador sin modelo (el modelo se negó a escribirlo): léelo con más cuidado.
    [garbled] 📝 Borrador sin modelo (el modelo contestó a medias): léelo con más cuidado.
   *[silent] 📝 Borrador sin modelo (el modelo no contesta): léelo con más cuidado.
}
status-touched = ✍️ { $untouched } de tus últimos { $count } salieron sin tocar; en promedio cambias el { $share } % del borrador.
unknown-people = De { $names } no sé nada todavía, y para mandar una cadena mejor nada. Cuéntame de quien quieras, así: { $first }: fuimos juntos a Toledo. O toca un nombre para escribirle tú, llamar o dejarlo pasar.
card-model-broke-rules = 📝 Borrador sin modelo (lo que escribió el modelo no servía): léelo con más cuidado.
card-model-spent = 📝 Borrador sin modelo (por hoy se gastó lo que le toca): léelo con más cuidado.
notice-spent = 🧮 Por hoy gasté todo lo que puedo en el modelo. Hasta la medianoche escribo sin él: lee los borradores con más cuidado. No se pierde nada, y mañana sigo como siempre.
notice-model-away = 🧩 { $how ->
    [auth] El modelo rechaza la clave desde las { $hour }: hay que revisar OPENAI_API_KEY.
    [quota] Al modelo se le acabó el crédito (desde las { $hour }).
   *[silent] El modelo no contesta desde las { $hour }.
} Los borradores los armo sin él: léelos con más cuidado. Sigo probando y te aviso cuando vuelva.
remark-wrong-register = ⚠️ Fíjate en el trato: { $words }
summary-by-hand = Los que van desde tu cuenta te los paso a esa hora, uno por uno.
summary-whom = ¿Cuál quieres volver a ver? Lo demás queda como está.
paused = 🕘 Lo dejamos aquí. No se pierde nada: cuando quieras, /review.
draft-no-day = No encuentro ninguna fecha para { $name }. Cuéntame su cumpleaños, así: { $name }: cumple 3/5
card-only-one = De { $name } me salió un solo texto bueno, y elegir pide dos. Cuéntame algo más y armo otro, o con ✏️ lo haces tuyo:
draft-not-theirs = { $day } no es un día de { $name }. En 📅 ves qué fecha le toca a cada relación, y la cambias.
ask-edit =
    Escríbeme el saludo para { $name } como quieras que salga. Este es el borrador, tócalo y se copia:

    { $text }
ask-write = Escríbeme el saludo para { $name } como quieras que salga.
ask-memory = ¿Qué fue lo último que hiciste con { $name }? O cuéntame algo que le guste.
edit-too-long = Es muy largo para un solo mensaje a { $name }: entran { $most } caracteres y el tuyo tiene { $length }. Mándamelo más corto.
memory-kept-private = 🔒 { $name }: { $note }. Esto no sale de aquí; pruebo escribirle sin modelo.
notice-expired = { $count ->
    [one] Se pasó el día de { $names } y no salió nada. Si quieres, todavía puedes escribirle.
   *[other] Se pasó el día y no salió nada para { $names }. Si quieres, todavía puedes escribirles.
}
unsettled-more = { $count ->
    [one] Y falta uno más. Resuelve estos y sigue con ❔.
   *[other] Y faltan { $count } más. Resuelve estos y sigue con ❔.
}
notice-expired-unanswered = { $count ->
    [one] Se pasó el día de { $names } y no salió nada. Cuando me confirmes lo que falta, vemos si le escribes igual.
   *[other] Se pasó el día y no salió nada para { $names }. Cuando me confirmes lo que falta, vemos si les escribes igual.
}
notice-late-now = Y para { $names } no salió nada ese día. Si quieres, todavía se puede.
command-status = Cómo va todo
status-head = 📊 Así va todo:
not-understood-yet = Eso no lo sé leer. Cuéntamelo escrito o hablado, así: Juana: se mudó a Córdoba
failed-blocked = A { $name } no le llegó: ya no recibe del bot. Tu texto está guardado; con 🔁 te lo paso para mandarlo tú.
failed-unlinked = A { $name } no le llegó: ya no recibe del bot. Tu texto está guardado; con 🔁 te lo paso para mandarlo tú.
failed-gone = A { $name } no le llegó: esa cuenta de Telegram ya no existe. Tu texto está guardado; con 🔁 te lo paso para mandarlo tú.
failed-mail-address = A { $name } no le llegó: su dirección de correo no es válida. Tu texto está guardado; corrígela y prueba con 🔁.
failed-mail-login = A { $name } no le llegó: el servidor de correo no aceptó tu cuenta. Tu texto está guardado; revisa SMTP_URL y prueba con 🔁.
occasions-head = 📅 Lo que viene en los próximos 60 días, y a cuántos saludas:
occasions-shut = 📅 Listo. Con /occasions vuelves cuando quieras.
occasion-held-how = Si quieres escribirle igual: /draft { $name }
occasion-switches = A quién saludas ese día (toca para cambiarlo):
occasion-for-nobody = Por ahora no le toca a nadie. Toca a quién quieres saludar ese día:
ask-own-day =
    ¿Qué día, y qué se celebra? Escríbelo todo junto, así:
    15/9 aniversario del club
    el segundo sábado de octubre, asado
    20/9/2027 la mudanza

    Con año es una sola vez; sin año, todos los años.
own-without-name = ¿Y qué se celebra? Escríbeme la fecha y el nombre juntos: { $words } aniversario del club
own-without-day = En «{ $words }» no vi ninguna fecha. Prueba así: 15/9 aniversario del club
own-ambiguous = «{ $words }» puede ser más de una fecha. Escríbela con el mes en letras, y el nombre al lado.
own-impossible = «{ $words }» no existe en el calendario. ¿Qué día es? Escríbeme la fecha y el nombre juntos.
talk-how = No sé bien qué hacer con eso. Si es algo de alguien, dime de quién, así: Juana: se mudó a Córdoba. Para agregar a alguien: /add. Todo lo demás: /help
talk-hello = Hola, { $name }. Cuéntame algo de tu gente, o pregúntame a quién saludar esta semana.
talk-thanks = 🤗 Aquí estoy.
talk-nickname = 🏷 Le dices { $value }
talk-when-unknown = No sé cuándo cumple { $name }. Dímelo cuando quieras, así: cumple 3/5
talk-nobody-known = De eso no tengo nada anotado de nadie. Cuando lo sepas, cuéntamelo así: Teo: juega al ajedrez
import-pick = 👥 Toca el botón de abajo y elige hasta diez personas de tu Telegram. Después te muestro a quién sumo.
talk-whose = ¿De quién es? Escríbeme el nombre.
talk-cannot-hear = Aquí no tengo con qué escuchar audios. Cuéntamelo escrito, así: Juana: se mudó a Córdoba
talk-hearing-failed = No pude escuchar ese audio: no me contestaron a tiempo. Prueba de nuevo en un rato, o cuéntamelo escrito.
talk-heard-nothing = No llegué a entender nada en ese audio. ¿Me lo cuentas de nuevo, o escrito?
talk-too-long-to-hear = Ese audio es demasiado grande para mí: hasta 20 MB. Cuéntamelo en partes, o escrito.
settings-clients = 💼 A un cliente lo saludas { $count ->
    [one] una vez
   *[other] hasta { $count } veces
} por año
settings-head = ⚙️ Así estamos. Toca lo que quieras cambiar:
settings-shut = ⚙️ Listo. Con /settings vuelves cuando quieras.
settings-ask-zone = 🕰 Ahora: { $value }, donde son las { $hour }. Elige la ciudad que comparte tu hora.
settings-ask-here = 📍 Toca la tecla de abajo y Telegram me manda dónde estás. De ahí saco tu país y tu hora; la ubicación no la guardo.
settings-here-nowhere = 📍 Ahí no encontré ningún país. No cambié nada; en /settings puedes elegir la ciudad de la lista.
settings-ask-quiet = 🌙 Ahora: de { $sleeps } a { $wakes } no te escribo nada por mi cuenta. Elige a qué hora te levantas y a cuál te acuestas:
settings-ask-talk = 🧩 { $on ->
    [yes] Ahora: sí. Lo que me escribes sin comando lo entiendo con el modelo, así que le llega ese texto. ¿Seguimos así?
    [no] Ahora: no. Lo que me escribes sin comando no le llega al modelo; entiendo menos, pero no sale de aquí. ¿Uso el modelo?
   *[none] No hay ningún modelo: lo que me escribes lo entiendo aquí, sin que salga nada.
}
settings-ask-style =
    ✍️ Para que los borradores suenen a ti: pégame algunos mensajes que hayas escrito, y si quieres cuéntame en una línea cómo escribes. El modelo, si hay, los lee como ejemplo; nunca los copia.
settings-type-sample = Mándame un mensaje tuyo tal como lo escribirías a alguien querido. Puedes mandar varios, uno por uno; cuando termines, ↩️.
settings-type-style = Cuéntame en una línea cómo escribes, por ejemplo: corto, con humor y sin signos de admiración.
settings-type-signature = ¿Con qué firmas? Por ejemplo: Un abrazo, Marce
settings-type-signature-of = 🖋 { $who } · ¿Con qué firmas? Por ejemplo: Cordialmente, Marcelo Gil
settings-ask-signature =
    🖋 Ahora: { $value }. Cierra los borradores que van por correo y los de tus clientes; la ves antes de aprobar. En un chat entre amigos no va ninguna.
    Si quieres otra para un vínculo, tócalo:
ask-field-name = ¿Cómo se llama? Escríbeme el nombre como quieras verlo. Ahora: { $name }
ask-field-nickname = ¿Qué apodo usas para { $name }? Escríbemelo.
ask-field-register = ¿Cómo tratas a { $name }?
ask-field-relationship = ¿Qué es { $name } para ti?
ask-field-roles = ¿Qué más es { $name }? Hay días que son suyos: el de la madre, el del maestro… Toca los que valgan.
ask-field-country = ¿En qué país vive { $name }? Si no está en la lista, escríbemelo.
notes-head = 📝 Lo que sé de { $name }. Toca una nota para cambiarla.
ask-note-text =
    Escríbeme la nota como quieres que quede. Ahora dice:

    { $note }
typed-no-country = No conozco un país «{ $words }». Escríbemelo de nuevo, por ejemplo: Uruguay.
typed-area-code = A «{ $words }» le falta el código de área. Escríbemelo entero.
typed-no-phone = «{ $words }» no parece un teléfono. Escríbemelo con + y el país.
filter-how = 🔎 Escribe /contacts y unas letras del nombre, o toca:
forget-all-confirm =
    🗑 ¿Borro todo? No hay vuelta atrás. Se va tu gente (contactos: { $contacts }) con sus notas y fechas, los saludos ({ $greetings }), tus ajustes y la clave con que estaba cifrado.

    Si quieres llevarte una copia, antes mándame /export. Para borrar, escribe: { $word }
forgotten-all = 🗑 Listo. De ti y de tu gente no queda nada aquí. ¡Todo lo mejor! Para volver a empezar: /start { $code }
day-after-off = 🌤 Listo, el día después no te pregunto más. En /settings lo vuelves a activar.
btn-show-me = 👀 Muéstrame
hint-first-look = ¿Quieres ver cómo le escribiría a { $name }? Es solo un borrador: no sale nada.
hint-days = 📅 Ya somos varios. Aquí ves qué fechas vienen y a quién le tocan; las que no quieras, las apagas.
hint-lock = 🔒 Por si te sirve: una nota que empieza con 🔒 nunca sale de aquí, ni para el modelo.

ask-voice = Mándame una nota de voz, un video o una foto para { $name }, y ese es el saludo.
voice-too-long = Ese texto es muy largo para ir debajo. Mándamelo de nuevo con uno más corto.
ronda-media = 🎙 Es lo que grabaste, aquí arriba. Abre el chat con 📲 y reenvíaselo.
relay-too-long = Es muy largo para un solo mensaje a { $name }. Mándalo en partes.
guest-help = Por este chat llegan los saludos de { $owner }, y lo que se escriba aquí le llega a { $owner }. Con /stop no llega nada más; con /forgetme se borra todo.
forgotten-you = 🗑 Listo: aquí no queda nada guardado. Los mensajes de este chat se borran desde el teléfono.
nobodys-guest = Por aquí no te llegan saludos de nadie, así que no hay nada que cortar. Para borrar a alguien tuyo: /forget
import-how =
    📇 Mándame tu agenda como archivo, aquí mismo:

    · iPhone, Android y Google exportan un .vcf.
    · Google y Outlook también dan un .csv; sirve cualquier planilla guardada como CSV.
    · Un archivo .json de /export lo devuelve todo.
    · Un calendario .ics trae los cumpleaños y las fechas de todos los años.

    Primero te muestro qué trae, y tú eliges a quién sumar.
import-letters = 🔤 Toca las letras de quienes quieras sumar.
import-done-acquaintances = ✔️ { $count ->
    [one] Sumé a una persona.
   *[other] Sumé a { $count } personas.
} Quedan como gente conocida: dime en su ficha quién es amigo, familia o cliente.
import-bad-empty = Ese archivo está vacío. Exporta la agenda de nuevo y mándamela.
import-bad-zip = Es un archivo comprimido. Ábrelo y mándame el .vcf o el .csv que tiene adentro.
import-bad-excel = Es una planilla de Excel. Guárdala como CSV y mándame eso.
import-bad-no-name-column = En esa planilla no encontré una columna con los nombres. Pon «Nombre» arriba de la columna y mándamela de nuevo.
import-bad-too-many = Son más de 10.000 fichas: es demasiado para una vez. Exporta solo un grupo o una etiqueta y mándamelo.
import-bad-too-big = Pesa más de 20 MB y Telegram no me deja bajarlo. Exporta la agenda sin fotos, o por partes.
import-bad-newer = Ese archivo lo hizo un Abrazo más nuevo. Actualiza este y mándamelo de nuevo.
import-bad-download = No pude bajar el archivo de Telegram. No cambió nada: mándamelo otra vez.
export-json = 📦 Todo lo tuyo: { $count ->
    [one] una persona
   *[other] { $count } personas
} con sus notas (también las 🔒), fechas y saludos. Guárdalo bien: no está cifrado. Con /import vuelve todo.
btn-share = 📲 Elegir aquí
settings-ask-days =
    🎈 Tres cosas de fechas:

    💛 A quien vive en otro país, ¿qué Día del Amigo le festejamos? En Argentina es en julio; en Colombia, Amor y Amistad es en septiembre. Puedes cambiarlo también en la ficha de cada persona.
    🐸 A quien nació un 29 de febrero, los otros años, ¿cuándo lo saludamos?
    🎂 Si alguien cumple 30, 40 o 50, ¿el borrador lo puede decir?
ask-field-met = ¿Cuándo se conocieron { $name } y tú? Por ejemplo: 3 de mayo, o 3/5/2010.
ask-field-client-anniversary = ¿Desde cuándo trabajan juntos { $name } y tú? Por ejemplo: 3 de mayo, o 3/5/2010.
typed-no-other-day = En «{ $words }» no vi ninguna fecha. Prueba así: 3/5 el día que se recibió
typed-other-day-without-name = ¿Y qué se festeja? Escríbeme la fecha y el nombre juntos: { $words } el día que se recibió
by-copy = lo pegas tú
late-unanswered = { $count ->
    [one] ❔ De ese día hay un saludo sin confirmar. Cuéntame si salió y seguimos.
   *[other] ❔ De ese día hay { $count } saludos sin confirmar. Cuéntame cuáles salieron y seguimos.
}
late-answer-first = ❔ Antes cuéntame cuáles salieron del { $day }, así no le escribo dos veces a nadie.
profile-about = Cuéntame cosas de tu gente: en cumpleaños, fiestas y demás fechas te ayudo a escribirle a cada persona lo suyo.
profile-description =
    Guardo lo que me cuentas de tu gente y, cuando llega su día, te propongo un saludo distinto para cada persona. Los ves uno por uno. Sale solo lo que apruebes, siempre que se pueda desde tu propia cuenta.

    Si te invitaron: por este chat te va a llegar, si quieres, algún saludo. Se corta en cualquier momento.
story-acquaintance = 👋 A quien apenas conoces, o todavía no es cliente, solo le escribo en sus propias fechas. En /occasions se enciende un día más.
ics-differs = ❔ { $name }: yo tengo el { $mine } y el archivo dice { $theirs }. Dejo lo mío; si está mal, cámbialo en su ficha.
ics-done-days = ✔️ Cumpleaños: { $birthdays }. Fechas de todos los años: { $days }. Esas fechas todavía no son para nadie: en 📅 eliges a quién saludas.
occasion-who = 👥 { $name }: toca a quién saludas ese día, sea cual sea el vínculo. Así marcas también de quién es una fiesta de su fe.
import-area-done = ☎️ { $count ->
    [0] Anoté el { $code }, pero aquí no completa ningún número. Si es otro, toca ☎️; si no, quedan como notas privadas.
    [one] Con el { $code } completé un número. Lo recuerdo para la próxima.
   *[other] Con el { $code } completé { $count } números. Lo recuerdo para la próxima.
}
btn-area-mine = ☎️ Mi código de área
btn-area-other = ☎️ Otro
area-ask = ☎️ ¿Cuál es tu código de área, el que va antes de los números de tu zona? Por ejemplo: 55, 33 u 81.
area-no-code = No conozco el código de área «{ $words }». Mándame solo esos números, sin el resto del teléfono: 55, 33, 81…
import-local = ☎️ { $count ->
    [one] A un número le falta el código de área («{ $example }»). ¿Cuál es el tuyo? Sin él queda como nota privada.
   *[other] A { $count } números les falta el código de área («{ $example }»). ¿Cuál es el tuyo? Sin él quedan como notas privadas.
}
area-kept = ☎️ Anotado: { $code }. Con él completo los números que vengan sin código de área.
import-each-mobile = 📱 Toca los que son celulares: ☎️ es fijo, 📱 celular.
talk-bye = 🤗 Claro. Aquí estoy cuando quieras.
parted-nobody-linked = 🤝 Alguien aceptó tu invitación mientras { $names } eran un solo contacto, y no puedo saber quién fue. Por las dudas, por el bot no le mando nada a ninguno de los dos: invita de nuevo con /invite.
