## Giorni

day-today = oggi
day-tomorrow = domani

## Pulsanti: l'emoji iniziale è fissa in tutte le lingue

btn-approve = ✅ { $n }
btn-others = 🔄 Altre
btn-wish-shorter = 🔄 Più corte
btn-wish-funnier = 🔄 Più spiritose
btn-wish-formal = 🔄 Più formali
btn-wish-memory = 🔄 Un altro ricordo
btn-drafts-before = ↩️ Quelle di prima
btn-edit = ✏️ Modifica
btn-write = ✏️ Lo scrivo io
btn-skip = ⏭ Salta
btn-call = 📞 Telefono io
btn-called = ☑️ Ho telefonato
btn-later = 🕘 Dopo
btn-send-now = 🚀 Adesso
btn-route = 📮 Un'altra via
btn-send = 🚀 Manda
btn-undo = ↩️ Annulla
btn-back = ↩️ Indietro
btn-tell = ➕ Racconta
btn-open = 📲 { $app ->
    [whatsapp] WhatsApp
   *[other] Telegram
}
btn-pick = 📲 Scegli su { $app ->
    [whatsapp] WhatsApp
   *[other] Telegram
}
btn-open-n = 📲 { $n } su { $app ->
    [whatsapp] WhatsApp
   *[other] Telegram
}
btn-copy = 📋 Copia
btn-copy-n = 📋 Copia { $n }
btn-i-sent = ☑️ Fatto
btn-i-sent-n = ☑️ Ho mandato { $n }
btn-i-sent-name = ☑️ { $name }
btn-all-sent = ☑️ Mandati tutti
btn-arrived = ☑️ È arrivato
btn-again = 🔁 Manda di nuovo
btn-add = ➕ Aggiungi qualcuno
btn-add-note = ➕ Racconta
btn-as-note = ➕ Tieni come nota
btn-same = 👍 Stessa persona
btn-another = ➕ Altra persona
btn-accept = 👍 Va bene
btn-refuse = ❌ No, grazie
btn-close = ❌ Lascia stare
btn-delete = 🗑 Cancella tutto
btn-delete-one = 🗑 Cancella { $name }
btn-forget = 🗑 Dimentica
btn-invite = 📨 Invita
btn-draft = 💌 Scrivi
btn-list = 👥 La mia gente
btn-review = 💌 Rivedi gli auguri
btn-how = Come funziona?
btn-go-on = ▶️ Continua
btn-pause = 🕘 Più tardi
btn-previous = ◀️ Precedenti
btn-next = ▶️ Successivi

## Benvenuto e aiuto

welcome =
    Ciao, { $name }. Sono Abrazo: tengo da parte quello che mi racconti della tua gente e, quando arriva il loro giorno, ti aiuto a scrivere a ogni persona qualcosa di suo.

    Non parte niente senza il tuo sì.

    Proviamo con una persona a cui vuoi bene? Scrivimi, per esempio:
    /add Juana, amica, le piace il tè al gelsomino, compleanno 3/5

    🕰 Per ora: { $country }, dove sono le { $hour }.
welcome-back = Ciao, { $name }. Che facciamo?
demo-welcome =
    Ciao, { $name }. Sono Abrazo: tengo da parte quello che mi racconti della tua gente e, quando arriva il loro giorno, ti aiuto a scrivere a ogni persona qualcosa di suo. Non parte niente senza il tuo sì.

    In questa prova conosco già { $people } persone inventate.{ $model ->
        [yes] {""}
       *[no] {" "}🧩 Qui non c'è nessun modello: le bozze le compongo io, e ognuna dice «senza modello». Con OPENAI_API_KEY o OPENAI_BASE_URL le scrive il tuo.
    }

    👉 Per cominciare, tocca in alto il pulsante che porta alla vigilia del Día del Amigo, la festa dell'amicizia: ti mostro i primi auguri e decidi tu.
help =
    Cosa puoi chiedermi:

    ➕ Aggiungere qualcuno: /add Juana, amica, le piace il tè al gelsomino, compleanno 3/5
    📝 Raccontarmi qualcosa: /note Juana: si è trasferita a Córdoba
    👥 Vedere la tua gente: /contacts
    💌 Scrivere subito: /draft Juana
    ✅ Rivedere quello che aspetta: /review
    📅 Vedere che cosa arriva e per chi: /occasions
    📨 Far arrivare gli auguri dal bot: /invite Juana
    📊 Sapere a che punto siamo: /status
    ⚙️ Cambiare orari, lingua o stile: /settings
    📇 Portare la tua rubrica: /import
    📦 Portare via tutto: /export
    🗑 Cancellare qualcuno: /forget Juana (tutto: /forget tutto)
    🔒 Cosa conservo e cosa no: /privacy

    La sera prima di ogni data ti mostro le bozze, una alla volta. Parte solo quello che approvi.
privacy =
    🔒 Quello che mi racconti resta su questa macchina, cifrato.
    { $model ->
        [yes] Per scrivere, al modello arriva il minimo: il nome o il soprannome, se vi date del tu o del Lei, la lingua, le note non private, i messaggi che hai già mandato a quella persona e, se ne hai dati, i tuoi messaggi di esempio. Poi, se non capisco qualcosa che mi racconti, quella frase; e i tuoi vocali, per trascriverli. Questo si spegne in /settings.

        Il cognome (quello che segue il nome), i telefoni e gli indirizzi non li passo. Quello che sta dentro una nota o dentro quella frase lo tolgo se lo riconosco («Dott.ssa G.», «Laura F.»). «Da Gomez» o «Garibaldi 12» non li riconosco: per questo c'è 🔒.
       *[no] Non c'è nessun modello configurato: da qui non esce niente.
    }

    Una nota che comincia con 🔒 non esce mai. Con /forget si cancella tutto di una persona.
cancelled = Va bene, lasciamo stare. Non è cambiato niente.
nothing-to-cancel = Non c'era niente a metà. Con /help vedi cosa so fare.
unknown-command = Non conosco { $command }. Con /help vedi tutto quello che so fare.
mistyped-command = Non conosco { $command }. Volevi dire { $meant }? Con /help vedi tutto quello che so fare.
edited-message = Ho visto che hai corretto un messaggio. Le correzioni non le leggo da solo: rimandamelo e lo prendo.
closed = Va bene, non è cambiato niente.
sorry = Qualcosa mi è andato storto e non l'ho fatto. Quello che era salvato è ancora lì. Riprova; se succede ancora, con /status vedi a che punto siamo.
contacts-full = Questo non l'ho salvato: su questo bot ognuno può tenere fino a { $bound } persone. Fai posto con /forget e un nome, o da /contacts, e raccontamelo di nuovo.
stranger = Ciao. Sono un bot privato e rispondo solo a chi mi ha installato. Per ricevere gli auguri serve un invito valido. Buona giornata!

command-add = Aggiungere qualcuno
command-note = Raccontare qualcosa di qualcuno
command-contacts = La tua gente
command-draft = Scrivere gli auguri adesso
command-review = Rivedere le bozze
command-invite = Invitare a ricevere dal bot
command-forget = Cancellare qualcuno
command-status = A che punto siamo
command-help = Cosa so fare
command-privacy = Cosa conservo e cosa no
guest-command-stop = Non ricevere più nulla qui
guest-command-forgetme = Cancellare tutto ciò che è conservato
guest-command-help = Di che si tratta
profile-about = Raccontami delle persone a cui tieni: per compleanni, feste e altre date ti aiuto a scrivere a ciascuna qualcosa di suo.
profile-description =
    Conservo quello che mi racconti delle persone a cui tieni e, quando arriva il loro giorno, ti propongo un messaggio diverso per ciascuna. Li vedi uno alla volta. Parte solo quello che approvi, quando si può dal tuo account.

    Se hai ricevuto un invito: qui può arrivare, se vuoi, qualche augurio. Si smette in qualsiasi momento.

toast-old = Quel pulsante non vale più. Con /review vedi quello che aspetta.
toast-gone = Non c'è più.
toast-moved-on = Nel frattempo è cambiato. Con /review vedi com'è adesso.
toast-undone-before = L'avevi già annullato.
toast-being-sent = 🚀 Proprio adesso sta partendo un messaggio per questa persona. Non ho cambiato niente: riprova tra un minuto.
toast-now-planned = Sto scrivendo altre bozze.
toast-now-drafting = Sto scrivendo altre bozze.
toast-now-ready = La scheda è cambiata: guarda l'ultima.
toast-now-needs-memory = La scheda è cambiata: guarda l'ultima.
toast-now-snoozed = È rimandato a dopo.
toast-now-approved = È già approvato.
toast-now-stale = È cambiato qualcosa: te lo chiedo di nuovo.
toast-now-sending = Sta partendo in questo momento.
toast-now-handed-off = Te l'ho già passato da mandare.
toast-now-call = È tra le telefonate da fare.
toast-now-sent = È già partito.
toast-now-skipped = L'avevi già saltato.
toast-now-failed = Non è potuto partire. Se è di questi giorni, in /status tocca ❔ e vedi perché.
toast-now-unknown = Non so se è arrivato. In /status tocca ❔ e dimmelo tu.
toast-now-expired = Quel giorno è passato.

## Persone

relationship-friend = amicizia
relationship-family = famiglia
relationship-partner = partner
relationship-colleague = lavoro
relationship-client = cliente
relationship-acquaintance = conoscenza
addressed-vos = con il «vos»
addressed-tu-es = con il «tú»
addressed-usted = con l'«usted»
addressed-tu = del tu
addressed-lei = del Lei
addressed-voce = con il «você»
addressed-you = in inglese
fact-name = 👤 { $name } · { $about }
fact-birthday = 🎂 { $when }
date-next = { $when } · il prossimo, { $date }
fact-date = 📅 { $name }: { $when }
fact-phone = 📱 { $value }
fact-username = 💬 { $value }
fact-email = ✉️ { $value }
fact-linked = 🤝 Riceve dal bot
fact-route = 📮 Gli auguri: { $route }
fact-paused = non vuole auguri
fact-touch = 🌱 { $value }, senza un perché
date-anniversary = Anniversario
date-name-day = Onomastico
date-met = Il giorno che vi siete conosciuti
date-client-anniversary = Lavorate insieme dal
date-work-anniversary = Anniversario di lavoro

kept = Ho segnato:
kept-no-notes = Raccontami qualcosa di { $name } quando vuoi: basta un dettaglio e gli auguri diventano solo suoi.
ask-whom = Chi aggiungiamo? Scrivimi il nome e quello che sai, separato da virgole: Juana, amica, le piace il tè al gelsomino, compleanno 3/5
already-known = { $name } c'è già. Se è la stessa persona, aggiungo le novità.
parse-empty-name = Non ho visto nessun nome. Scrivimi prima il nome: Juana, amica, le piace il tè.
parse-name-without-letters = Quel nome non ha lettere. Come si chiama?
parse-name-too-long = Quel nome è lunghissimo. Scrivimi solo il nome, una virgola, e poi il resto.
parse-text-too-long = È un messaggio molto lungo. Mandamelo a pezzi e tengo tutto.
parse-empty-note = La nota è arrivata vuota. Prova così: /note Juana: si è trasferita a Córdoba
doubt-ambiguous-date = ⚠️ «{ $words }» può essere due date. Il resto l'ho salvato. Dimmela con il mese in lettere.
doubt-which-date = ⚠️ «{ $words }» è una data, ma non so di cosa. Il resto l'ho salvato.
doubt-unclear-date = ⚠️ Non ho capito la data «{ $words }». Il resto l'ho salvato.
doubt-impossible-date = ⚠️ Non ho capito «{ $words }»: quel giorno non esiste. Il resto l'ho salvato. Che giorno è?
doubt-year-dropped = ⚠️ In «{ $words }» l'anno non torna: ho salvato il giorno e il mese.
doubt-is-mobile = ⚠️ «{ $words }» è un cellulare o un fisso? Per WhatsApp bisogna saperlo.
doubt-area-code = ⚠️ A «{ $words }» manca il prefisso. Il resto l'ho salvato.
doubt-unusual-phone = ⚠️ «{ $words }» non sembra un telefono di qui. Se lo è, mandamelo con il + e il prefisso del paese.
doubt-not-a-phone = ⚠️ «{ $words }» non sembra un telefono. Il resto l'ho salvato.
doubt-whose-family = ⚠️ «{ $words }»: è della tua famiglia o di un'altra? L'ho lasciato come nota.
doubt-name-boundary = ⚠️ Non so dove finisce il nome in «{ $words }». Se non è così, annulla e metti una virgola dopo il nome.
doubt-former = ⚠️ «{ $words }» è di prima: l'ho lasciato come nota.
doubt-not-yet-client = ⚠️ «{ $words }»: se non è ancora cliente, niente auguri da cliente. L'ho lasciato come nota.
doubt-second-value = ⚠️ Ne avevo già uno: «{ $words }» è rimasto come nota.
doubt-other = ⚠️ «{ $words }» non l'ho capito del tutto. Il resto l'ho salvato.

ask-note = Di chi si tratta, e che cosa devo ricordare? Così: Juana: si è trasferita a Córdoba
ask-note-for = Che cosa devo ricordare di { $name }?
note-how = Dimmi di chi si tratta e cos'è successo, così: /note Juana: si è trasferita a Córdoba
note-for-whom = «{ $note }»: di chi si tratta?
note-about-whom = Di chi è la nota?
noted = 📝 { $name }: { $note }
noted-private = 🔒 { $name }: { $note }. Questo non esce da qui.
nobody-called = Non ho nessuno che si chiami «{ $name }».
undone-contact = ↩️ Fatto, come se non avessi aggiunto nessuno.
undone-note = ↩️ Fatto, ho cancellato la nota.

list-head = 👥 { $count ->
    [one] Una persona
   *[other] { $count } persone
} · pagina { $page } di { $pages }
list-empty = Qui non c'è ancora nessuno. Cominciamo con una persona a cui vuoi bene?

forget-how = Chi cancello? Così: /forget Juana
forget-whom = Chi vuoi cancellare?
forget-confirm =
    Cancello { $name } e tutto quello che so? Non si torna indietro.

    Note: { $notes } · date: { $dates } · auguri: { $greetings }
forgotten = 🗑 Fatto. Di { $name } non resta niente.

## Invito e consenso

invite-how = Chi invitiamo? Così: /invite Juana
invite-whom = Chi invitiamo?
invitation =
    Passa questo link a { $name }. Vale una sola volta, per 30 giorni:
    { $link }

    Aprendolo si legge che l'invito è tuo, e si può accettare o no. Quando risponde, ti avviso.
invitation-qr = Lo stesso link, da mostrare a { $name } sullo schermo.
consent =
    Salve, { $name }. A { $owner } piacerebbe mandare gli auguri in questa chat in giorni come il compleanno o Natale.

    Ogni messaggio lo sceglie { $owner }. Le risposte arrivano a { $owner }; nessun altro le legge. Con /stop si smette in qualsiasi momento, e con /forgetme si cancella tutto.

    Va bene così?
consent-yes = Grazie! Gli auguri di { $owner } arriveranno in questa chat. Con /stop si smette in qualsiasi momento.
consent-no = Va bene: in questa chat non arriverà nessun augurio. Tante belle cose!
told-consent-yes = 🤝 { $name } ha accettato: gli auguri arrivano dal bot.
told-consent-no = { $name } preferisce non ricevere dal bot. Gli auguri partono dal tuo account, come sempre.
stopped = Fatto: in questa chat non arriva più niente. Per tornare, /start. Con /forgetme si cancella anche quello che resta.
notice-stopped = { $name } ha chiesto di non ricevere più dal bot. { $asking ->
    [0] Da adesso gli auguri partono dal tuo account.
    [one] Il messaggio che avevi approvato non parte: te lo chiedo di nuovo.
   *[other] I { $asking } messaggi che avevi approvato non partono: te li chiedo di nuovo.
}
incoming = 💬 { $name }: { $words }
something-else = (ha mandato qualcosa che non è testo)
relay-confirm =
    Lo mando a { $name }?

    { $words }
relay-sent = ☑️ A { $name } è arrivato.
relay-failed = A { $name } non è arrivato: non riceve più dal bot. Scrivi dal tuo account.
relay-unlinked = { $name } non riceve più dal bot, quindi non è arrivato. Scrivi dal tuo account.
relay-unknown = A { $name } può essere arrivato e può essere di no: si è interrotto proprio mentre partiva. Nel dubbio non lo rimando.
relay-dropped = Va bene, non parte.

## Schede

card-head = 💌 { $position } di { $total } · { $name } · { $occasion }, { $day }
card-rests-on = Si basa su: { $notes }
card-without-model = 📝 Bozza senza modello: leggila con più attenzione.
card-model-failed = { $how ->
    [refused] 📝 Bozza senza modello (il modello si è rifiutato): leggila con più attenzione.
    [garbled] 📝 Bozza senza modello (il modello ha risposto a metà): leggila con più attenzione.
   *[silent] 📝 Bozza senza modello (il modello non risponde): leggila con più attenzione.
}
unknown-people = Di { $names } non so ancora niente, e piuttosto che una catena meglio niente. Raccontami di chi vuoi, così: { $first }: siamo stati insieme a Lucca. Oppure tocca un nome per scrivere tu, telefonare o lasciar passare.
btn-tell-about = ➕ { $name }
card-model-broke-rules = 📝 Bozza senza modello (quello che ha scritto il modello non andava): leggila con più attenzione.
card-model-spent = 📝 Bozza senza modello (per oggi la sua parte è finita): leggila con più attenzione.
card-stale = ⚠️ Da quando hai approvato è cambiato qualcosa di { $name }. Va ancora bene?
card-needs-more = Con quello che so di { $name } non è venuto fuori niente che fosse solo suo. Qual è l'ultima cosa che avete condiviso?
card-needs-memory = Di { $name } non ho niente che sia solo suo, e piuttosto che una catena meglio niente. Qual è l'ultima cosa che avete condiviso?
card-only-one = Per { $name } è venuto fuori un solo testo buono, e per scegliere ce ne vogliono due. Raccontami qualcos'altro e ne scrivo un altro, oppure con ✏️ lo fai tuo:
card-refused = Non ti mostro nessuna bozza per { $name }: quello che è uscito { $reasons }.
remark-wrong-register = ⚠️ Controlla il tu o il Lei: { $words }
remark-invented = ⚠️ Questo non è nelle tue note: { $words }
remark-artifact = ⚠️ È lungo per un augurio: più di 600 caratteri.
remark-wrong-person = ⚠️ È per un'altra persona? Dice { $words }.
remark-duplicate = ⚠️ Assomiglia molto a un altro augurio di questo giorno o a uno di prima.
problem-generic = non diceva niente di personale
problem-duplicate = somigliava troppo a un altro messaggio
problem-sensitive = toccava un tema delicato
problem-reveals-source = mostrava le tue note
problem-selling = chiedeva o vendeva qualcosa
problem-wrong-person = nominava un'altra persona
problem-invented = inventava qualcosa
problem-wrong-language = era in un'altra lingua
problem-wrong-register = sbagliava tra tu e Lei
problem-artifact = era scritto male
by-bot = dal bot
by-whatsapp = su WhatsApp
ask-route = Come faccio arrivare gli auguri a { $name }? D'ora in poi, sempre così.
route-bot = Dal bot
route-whatsapp = WhatsApp
route-telegram = Telegram
route-email = E-mail
route-pick = Scelgo la chat
route-copy = Lo incollo io
by-telegram = su Telegram
by-call = per telefono
by-copy = lo incolli tu
by-yourself = dal tuo account

line-approved = ✅ { $name } · { $day }, ore { $hour }, { $channel }
line-approved-soon = ✅ { $name } · parte tra un attimo, { $channel }
line-sending-now = 🚀 { $name } · parte adesso.
line-skipped = ⏭ { $name } · per stavolta lasciamo stare.
line-snoozed = 🕘 { $name } · te lo mostro tra un po'.
line-call = 📞 { $name } · tocca a te telefonare.
line-sent = ☑️ { $name } · fatto.
line-again = 🔁 { $name } · riparte.
line-below = 💌 { $name } · continua più sotto.

review-pause = Siamo a { $done }. { $waiting ->
    [one] Ne manca uno.
   *[other] Ne mancano { $waiting }.
} Continuiamo o facciamo una pausa?
paused = 🕘 Ci fermiamo qui. Non si perde niente: quando vuoi, /review.
review-done = Fatto, non resta niente da decidere.
summary-approved = ✅ { $when }, { $channel }: { $names }
summary-when = { $day } alle { $hour }
summary-later = 🕘 Per dopo: { $names }
summary-by-hand = Quelli dal tuo account te li passo a quell'ora, uno alla volta.
summary-whom = Quale vuoi rivedere? Il resto rimane com'è.
btn-change-one = ↩️ Cambiare qualcosa
btn-take-back = ↩️ { $name }
btn-back-to = ↩️ Torna a { $name }
nothing-waits = Non c'è niente in attesa. La sera prima di ogni data ti avviso; per scrivere subito: /draft
still-writing = Sto scrivendo { $count ->
    [one] un messaggio
   *[other] { $count } messaggi
}. Appena c'è il primo, te lo mostro.
progress = Sto scrivendo { $total } messaggi di auguri. { $bar } { $done }/{ $total }
progress-done = Bozze pronte. { $bar } { $done }/{ $total }
drafting-one = Scrivo… Tra un attimo te lo mostro.
writing-others = 🔄 Cerco altre parole per { $name }…
writing-so = 🔄 Cerco altre parole per { $name }: { $wish }…
wish-shorter = più corte
wish-funnier = più spiritose
wish-formal = più formali
wish-memory = su un altro ricordo
draft-whom = A chi scriviamo?
draft-nobody = Nei prossimi 60 giorni non ci sono date per nessuno. Aggiungiamo qualcuno, o un compleanno?
draft-no-day = Non trovo nessuna data per { $name }. Dimmi il compleanno, così: { $name }: compleanno 3/5
draft-not-theirs = { $day } non è un giorno di { $name }. In 📅 si vede quali date sono per chi, e si possono cambiare.
draft-not-greeted = A { $name } non scrivo auguri: è segnato così nella sua scheda.
ask-edit =
    Scrivimi gli auguri per { $name } proprio come devono partire. Questa è la bozza, toccala e si copia:

    { $text }
ask-write = Scrivimi gli auguri per { $name } proprio come devono partire.
edit-too-late = Quel messaggio non aspetta più: il tuo testo non l'ho usato. Con /review vedi che cosa viene dopo.
edit-too-long = È troppo lungo per un solo messaggio a { $name }: ci stanno { $most } caratteri e il tuo ne ha { $length }. Mandamelo più corto.
ask-memory = Qual è l'ultima cosa che hai fatto con { $name }? O raccontami qualcosa che ama.
memory-kept = 📝 { $name }: { $note }. Scrivo partendo da qui.
memory-kept-private = 🔒 { $name }: { $note }. Questo non esce da qui; provo a scrivere senza modello.

## Il giorno

ronda-head = { $left ->
    [0] 📲 { $name } · di nuovo
    [one] 📲 { $name } · l'ultimo
   *[other] 📲 { $name } · ne mancano { $left }
}
ronda-done = Con { $name } hai finito il giro. Per oggi è tutto!
evening-question = { $count ->
    [one] Me n'è rimasto uno da confermare: { $names }. È partito?
   *[other] Me ne sono rimasti { $count } da confermare: { $names }. Sono partiti?
}
all-sent = ☑️ { $count ->
    [0] Era già tutto segnato.
    [one] Segnato, è partito.
   *[other] Segnato, sono partiti tutti e { $count }.
}
notice-spent = 🧮 Per oggi ho usato tutto quello che posso del modello. Fino a mezzanotte scrivo senza: leggi le bozze con più attenzione. Non si perde niente, e domani continuo come sempre.
notice-model-away = 🧩 { $how ->
    [auth] Il modello rifiuta la chiave dalle { $hour }: bisogna controllare OPENAI_API_KEY.
    [quota] Il credito del modello è finito (dalle { $hour }).
   *[silent] Il modello non risponde dalle { $hour }.
} Le bozze le preparo senza: leggile con più attenzione. Continuo a provare e ti avviso quando torna.
notice-model-back = 🧩 Il modello risponde di nuovo. Quello che viene lo scrivo con lui; su una scheda di prima, 🔄 ne porta altre.
notice-telegram-back = 📡 Sono rimasto senza connessione con Telegram dalle { $since } alle { $until }. Non si è perso niente: quello che doveva partire parte adesso.
notice-copy-failed = 💾 Non ho potuto fare la copia di sicurezza di stanotte: sembra che il disco sia pieno. Le precedenti ci sono ancora, e riprovo ogni ora.
notice-copy-made = 💾 La copia di sicurezza è di nuovo aggiornata.
notice-sent = 💌 { $count ->
    [one] Sono partiti gli auguri per { $names }.
   *[other] Sono partiti { $count } messaggi: { $names }.
}
notice-unknown = A { $name } può essere arrivato e può essere di no. Non lo rimando se non me lo dici tu.
notice-expired = { $count ->
    [one] Il giorno di { $names } è passato e non è partito niente. Se vuoi, puoi ancora scrivere.
   *[other] Il giorno è passato e non è partito niente per { $names }. Se vuoi, puoi ancora scrivere.
}
unsettled-more = { $count ->
    [one] E ce n'è un altro. Sistema questi e continua con ❔.
   *[other] E ce ne sono altri { $count }. Sistema questi e continua con ❔.
}
notice-expired-unanswered = { $count ->
    [one] Il giorno di { $names } è passato e non è partito niente. Prima confermami quello che manca, poi vediamo se scrivere lo stesso.
   *[other] Il giorno è passato e non è partito niente per { $names }. Prima confermami quello che manca, poi vediamo se scrivere lo stesso.
}
notice-late-now = E per { $names } quel giorno non è partito niente. Se vuoi, puoi ancora scrivere.
failed-blocked = A { $name } non è arrivato: non riceve più dal bot. Il tuo testo è salvo; con 🔁 te lo passo da mandare.
failed-gone = A { $name } non è arrivato: quell'account Telegram non esiste più. Il tuo testo è salvo; con 🔁 te lo passo da mandare.
failed-unlinked = A { $name } non è arrivato: non riceve più dal bot. Il tuo testo è salvo; con 🔁 te lo passo da mandare.
failed-unreachable = A { $name } non è arrivato: Telegram non rispondeva. Il tuo testo è salvo; con 🔁 ci riprovo.
failed-refused = A { $name } non è arrivato: Telegram non l'ha accettato. Il tuo testo è salvo; con 🔁 ci riprovo.

## Stato

status-head = 📊 Ecco a che punto siamo:
status-waiting = 💌 Aspettano la tua decisione: { $names }
status-needs-memory = ➕ Mi manca un ricordo di: { $names }
status-writing = ✍️ Sto scrivendo: { $names }
status-approved = ✅ Approvati: { $names }
status-handed-off = 📲 In mano tua: { $names }
status-call = 📞 Da chiamare: { $names }
status-sent = ☑️ Inviati: { $names }
status-skipped = ⏭ Hai saltato: { $names }
status-failed = ✖️ Non partiti: { $names }
status-unknown = ❔ Non so se sono arrivati: { $names }
status-expired = 🗓 È passato il giorno: { $names }
status-nothing = Niente in sospeso.
status-touched = ✍️ { $untouched } degli ultimi { $count } sono partiti senza ritocchi; in media cambi il { $share }% della bozza.
status-touched-before = ↳ Prima: { $untouched } su { $count }, e il { $share }%.
status-tick = ⏱ Ultimo sguardo all'orologio: { $hour }
status-model-none = 🧩 Senza modello: le bozze le preparo io.
status-model-ok = 🧩 Il modello risponde.
status-model-failing = 🧩 Il modello non risponde: intanto le bozze le preparo io.
status-drafts = ✍️ Bozze con il modello, oggi: { $used } di { $bound }.
status-tokens = 🧮 Modello, oggi: { $used } di { $bound } token.

## Chiacchiere

talk-how = Non so bene cosa farne. Se riguarda qualcuno, dimmi chi, così: Juana: si è trasferita a Córdoba. Per aggiungere qualcuno: /add. Tutto il resto: /help
talk-hello = Ciao, { $name }. Raccontami qualcosa dei tuoi, o chiedimi a chi fare gli auguri questa settimana.
talk-thanks = 🤗 Sono qui.
talk-bye = 🤗 Va bene. Sono qui quando vuoi.
talk-heard = 🎧 «{ $words }»
talk-told = Ho segnato di { $name }:
talk-nothing-new = Questo di { $name } lo sapevo già.
talk-birthday = 🎂 { $name }, { $date }. Ti avviso la sera prima.
talk-instead = { $new } (prima: { $old })
talk-nickname = 🏷 Per te è { $value }
talk-relationship = 👤 { $value }
talk-language = 🌍 { $value }
talk-paused = 🔕 Non vuole auguri
talk-noted-of-day = 📝 { $name }, { $date }: { $note }
talk-when = 🎂 { $name }: { $date }. { $days ->
    [0] È oggi!
    [one] È domani.
   *[other] Mancano { $days } giorni.
}
talk-when-unknown = Non so quando compie gli anni { $name }. Dimmelo quando vuoi, così: compleanno 3/5
talk-day = 📅 { $day } · { $occasions }
talk-and-more = altre { $count } persone
talk-nobody-then = { $days ->
    [one] Quel giorno non c'è nessuno a cui fare gli auguri.
   *[other] In quei giorni non c'è nessuno a cui fare gli auguri.
}
talk-no-birthdays = { $days ->
    [one] Quel giorno non so di nessun compleanno.
   *[other] In quei giorni non so di nessun compleanno.
}
btn-mobile = 📱 È un cellulare
btn-fixed = ☎️ È un fisso
talk-nobody-known = Su questo non ho annotato niente di nessuno. Quando lo sai, raccontamelo così: Teo: gioca a scacchi
talk-as-note = Tengo «{ $words }» come nota?
talk-newcomer = Non ho nessuno che si chiami «{ $name }». Aggiungo { $name } con questo?
talk-whose = Di chi si tratta? Scrivimi il nome.
talk-forget = Per cancellare { $name } serve un tuo tocco:
talk-draft = Un tocco e scrivo a { $name }. Niente parte senza la tua approvazione.
talk-cannot-hear = Qui non ho con che ascoltare i vocali. Raccontamelo per scritto, così: Juana: si è trasferita a Córdoba
talk-hearing-failed = Non sono riuscito ad ascoltare il vocale: nessuna risposta in tempo. Riprova tra un po', o scrivimelo.
talk-heard-nothing = In quel vocale non ho capito nulla. Me lo ripeti, o me lo scrivi?
talk-too-long-to-hear = Quel vocale è troppo grande per me: al massimo 20 MB. Raccontamelo a pezzi, o per scritto.
btn-note-of = ➕ Nota su { $name }
btn-add-name = ➕ Aggiungi { $name }
undone-told = ↩️ Fatto, è tutto come prima.
not-understood-yet = Questo non lo so leggere. Raccontamelo per scritto o a voce, così: Juana: si è trasferita a Córdoba

## E-mail

by-email = per e-mail
email-subject = Un saluto da { $name }
email-say-no = Per non ricevere altri auguri basta rispondere «{ $words }» a questa e-mail.
email-no-thanks = No, grazie
failed-mail-refused = A { $name } non è arrivato: il server di posta l'ha rifiutato. Il testo è al sicuro; con 🔁 riprovo.
failed-mail-address = A { $name } non è arrivato: l'indirizzo e-mail non è valido. Il testo è al sicuro; correggilo e tocca 🔁.
failed-mail-unreachable = A { $name } non è arrivato: il server di posta non rispondeva. Il testo è al sicuro; con 🔁 riprovo.
failed-mail-login = A { $name } non è arrivato: il server di posta non ha accettato il tuo account. Il testo è al sicuro; controlla SMTP_URL e tocca 🔁.
failed-mail-busy = A { $name } non è arrivato: il server di posta chiede di aspettare troppo. Il testo è al sicuro; con 🔁 riprovo.

## Ricorrenze

btn-own-day = ➕ Una data mia
btn-off-days = 🔕 Altri giorni
btn-on = 🔔 Sì: { $who } · { $count }
btn-off = 🔕 No: { $who } · { $count }
btn-marked = 🔔 Sì: { $name }
btn-unmarked = ▫️ No: { $name }
btn-draft-day = 💌 Scrivi ora
btn-delete-day = 🗑 Elimina data
command-occasions = Che cosa arriva e per chi
occasions-head = 📅 Che cosa arriva nei prossimi 60 giorni, e a quante persone fai gli auguri:
occasions-none = 📅 Nei prossimi 60 giorni non c'è nessuna data per nessuno. Basta un compleanno o una data tua.
occasions-line = { $day } · { $name } · 👥 { $count }
occasions-line-held = { $day } · { $name } · 👥 { $count } · ⏳ { $held }
occasions-personal = { $day } · { $name } · { $names }
occasions-off-head = 🔕 Giorni dei prossimi 60 in cui per ora non fai gli auguri a nessuno:
occasions-off-none = 🔕 Nei prossimi 60 giorni non ci sono altre date.
occasions-off-line = { $day } · { $name }
occasions-shut = 📅 Fatto. Con /occasions torni qui quando vuoi.
occasion-head = 📅 { $name }
occasion-when = 🗓 { $day }
occasion-note = ⚠️ { $note }
occasion-people = 👥 { $names }
occasion-held-gap = ⏳ { $name }: ha già avuto i tuoi auguri ({ $last }), e tra un messaggio e l'altro lasciamo { $days } giorni.
occasion-held-client = ⏳ { $name }: { $count ->
    [one] ha già avuto il messaggio dell'anno
   *[other] ha già avuto { $count } messaggi in un anno
} (l'ultimo { $last }), e per un cliente { $count ->
    [one] basta
   *[other] bastano
}.
occasion-held-more = ⏳ E altri { $count } per lo stesso motivo.
occasion-held-how = Per scrivere lo stesso: /draft { $name }
occasion-switches = A chi fai gli auguri quel giorno (tocca per cambiare):
occasion-for-nobody = Per ora quel giorno non fai gli auguri a nessuno. Tocca a chi vuoi farli:
btn-who = 👥 Scegli persone
occasion-who = 👥 { $name }: tocca a chi fai gli auguri quel giorno, qualunque sia il legame. Così segni anche chi celebra una festa della propria fede.
late-head = 🐌 Sono passati senza i tuoi auguri. Si fa ancora in tempo: il testo dice che arriva tardi, senza girarci intorno.
btn-year = 🖼 L'anno
btn-year-of = 🖼 { $year }
year-own = Di una persona
year-shared = Per molti
year-greeted = Fatto
year-caption = 🖼 Il { $year } in un'occhiata: { $people ->
    [one] una persona con date
   *[other] { $people } persone con date
}, { $days ->
    [one] un giorno segnato
   *[other] { $days } giorni segnati
}. { $greeted ->
    [0] Non hai ancora fatto gli auguri a nessuno.
    [one] Li hai già fatti a una persona.
   *[other] Li hai già fatti a { $greeted } persone.
}
late-none = 🐌 Nell'ultima settimana non ti è sfuggito nessuno.
late-line = { $day } · { $name } · { $names }
late-unanswered = { $count ->
    [one] ❔ Di quel giorno c'è un messaggio da confermare. Dimmi se è partito e andiamo avanti.
   *[other] ❔ Di quel giorno ci sono { $count } messaggi da confermare. Dimmi quali sono partiti e andiamo avanti.
}
late-answer-first = ❔ Prima dimmi quali di { $day } sono partiti, così nessuno riceve due messaggi.
late-writing = 🐌 { $name } era { $day }. { $count ->
    [one] Scrivo il messaggio, e che arriva tardi lo dice.
   *[other] Scrivo i { $count } messaggi, e che arrivano tardi lo dicono.
}
card-late = 🐌 Arriva tardi, e il testo lo dice.
card-early = 🌏 Te la mostro in anticipo: parte { $day } alle { $hour } da te, quando lì sono le { $there }.
btn-late = 🐌 In ritardo · { $count }
btn-late-go = 💌 { $name } · 👥 { $count }
btn-late-ask = ❔ Partiti? · { $day }
line-withdrawn = 🔕 { $name } · quel giorno ora è spento, quindi niente auguri.
line-forgotten = 🗑 Questi auguri sono stati cancellati.
line-joined = 💌 { $name } · era la stessa persona: resta un solo messaggio.
parted-nobody-linked = 🤝 Qualcuno ha accettato il tuo invito mentre { $names } erano un solo contatto, e non posso sapere chi. Per sicurezza, dal bot non mando niente a nessuno dei due: invita di nuovo con /invite.
toast-withdrawn = { $count ->
    [one] Ho ritirato un messaggio che aspettava la tua decisione. Quelli approvati restano.
   *[other] Ho ritirato { $count } messaggi che aspettavano la tua decisione. Quelli approvati restano.
}
ask-own-day =
    Che giorno, e che cosa si festeggia? Scrivi tutto insieme, così:
    15/9 anniversario del club
    il secondo sabato di ottobre, grigliata
    20/9/2027 il trasloco

    Con l'anno è una volta sola; senza, ogni anno.
own-kept-fixed = 📅 { $name } · ogni anno
own-kept-nth = 📅 { $name } · ogni anno, in quel giorno della settimana
own-kept-once = 📅 { $name } · una volta sola
own-without-name = E che cosa si festeggia? Scrivi la data e il nome insieme: { $words } anniversario del club
own-without-day = In «{ $words }» non ho visto nessuna data. Prova così: 15/9 anniversario del club
own-ambiguous = «{ $words }» può essere più di una data. Scrivila con il mese in lettere, e il nome accanto.
own-impossible = «{ $words }» non esiste nel calendario. Che giorno è? Scrivi la data e il nome insieme.
own-past = «{ $words }» è già passato. Senza anno lo tengo per ogni anno: 15/9 anniversario del club
own-delete-confirm = Elimino «{ $name }» dalle tue date? Ciò che hai già approvato non si tocca.
toast-own-deleted = Fatto, ho eliminato «{ $name }».

## Impostazioni

command-settings = Lingua, orari, stile e altro
btn-opt-language = 🌐 Lingua
btn-opt-country = 🏳️ Paese
btn-opt-zone = 🕰 Fuso orario
btn-here = 📍 La mia posizione
btn-send-here = 📍 Manda la posizione
btn-elsewhere = 📍 Non sono lì
btn-opt-regions = 🌍 Altra regione
btn-opt-prepare = 📝 Preparazione
btn-opt-send = ⏰ Ora di invio
btn-opt-quiet = 🌙 Il tuo riposo
btn-opt-clients = 💼 Clienti
btn-opt-gap = ⏳ Ogni quanto
btn-opt-pause = ☕ Pause
btn-opt-talk = 🧩 Conversazione
btn-opt-style = ✍️ Il tuo stile
btn-opt-signature = 🖋 Firma
btn-opt-after = 🌤 Il giorno dopo
btn-opt-days = 🎈 Date
btn-earlier = ◀️ 15 min prima
btn-later-by = ▶️ 15 min dopo
btn-yes = 👍 Sì
btn-no = ❌ No
btn-add-sample = ➕ Messaggi miei
btn-style-note = ✏️ Come scrivo
btn-drop-samples = 🗑 Togli messaggi
btn-drop-style = 🗑 Togli la riga
btn-signature = ✏️ Scrivi la firma
btn-drop-signature = 🗑 Senza firma
btn-signature-of = 🖋 { $who }
toast-kept = Fatto, salvato.
settings-head = ⚙️ Ora è così. Tocca quello che vuoi cambiare:
settings-shut = ⚙️ Fatto. Con /settings torni qui quando vuoi.
settings-language = 🌐 Lingua: { $value }
settings-country = 🏳️ Paese: { $value }{ $area ->
    [none] { "" }
   *[other] { " " }· ☎️ { $area }
}
settings-zone = 🕰 Fuso orario: { $value } (lì ora sono le { $hour })
settings-prepare = 📝 Preparo le bozze la sera prima, alle { $hour }
settings-send = ⏰ I messaggi partono alle { $hour }, ora di ciascuno
settings-quiet = 🌙 Dalle { $sleeps } alle { $wakes } non ti scrivo
settings-gap = ⏳ { $days ->
    [0] Nessun minimo di giorni tra due messaggi alla stessa persona
   *[other] Tra due messaggi alla stessa persona, almeno { $days } giorni
}
settings-clients = 💼 A un cliente scrivi { $count ->
    [one] una volta
   *[other] fino a { $count } volte
} l'anno
settings-pause = ☕ { $cards ->
    [0] Ti mostro le schede senza proporti pause
   *[other] Ti propongo una pausa ogni { $cards } schede
}
settings-talk = 🧩 Conversazione: { $on ->
    [yes] la capisco con il modello
    [no] la capisco senza il modello
   *[none] la capisco senza modello, perché non ce n'è
}
settings-style = ✍️ Il tuo stile: { $note } · { $samples ->
    [0] nessun messaggio tuo
    [one] un messaggio tuo
   *[other] { $samples } messaggi tuoi
}
settings-signature = 🖋 Firma: { $value }{ $others ->
    [0] {""}
    [one] {" "}· un'altra per un tipo di rapporto
   *[other] {" "}· altre { $others } per altri rapporti
}
settings-after = 🌤 Il giorno dopo { $on ->
    [yes] ti chiedo se c'è qualcosa da ricordare
   *[no] non ti chiedo niente
}
settings-days = 🎈 Date: la Festa dell'amicizia è { $friends ->
    [mine] quella del tuo paese
    [theirs] quella di ciascuno
   *[both] la tua e quella di ciascuno
}; il 29/2, negli altri anni, è { $leap ->
    [february] il 28/2
   *[march] il 1/3
}; gli anni tondi { $milestones ->
    [yes] si nominano
   *[no] non si nominano
}
settings-ask-language = 🌐 In che lingua parliamo? A ognuno scrivo comunque nella sua.
settings-ask-country = 🏳️ Ora: { $value }. Le ricorrenze sono quelle del tuo paese; ogni persona può avere il suo.{ $area ->
    [none] { "" }
   *[other] { " " }Il tuo prefisso è { $area }: lo uso per completare i numeri che arrivano senza.
}
settings-ask-zone = 🕰 Ora: { $value }, dove sono le { $hour }. Scegli la città che ha la tua stessa ora.
settings-ask-here = 📍 Tocca il tasto qui sotto e Telegram mi dice dove sei. Ne ricavo il paese e l'ora; la posizione non la conservo.
settings-here-not-kept = 📍 Fatto, ora so il tuo paese e la tua ora. La posizione non l'ho conservata.
settings-here-nowhere = 📍 Lì non ho trovato nessun paese. Non è cambiato niente; in /settings puoi scegliere la città dall'elenco.
settings-here-left = 📍 Lasciamo la posizione per un'altra volta. L'elenco resta in /settings.
settings-settled = 🏳️ { $country } · 🕰 { $value }, dove sono le { $hour }. Non è così? Con ↩️ torna com'era.
settings-ask-region = 🌍 In che parte del mondo?
region-africa = Africa
region-america = America
region-antarctica = Antartide
region-arctic = Artico
region-asia = Asia
region-atlantic = Atlantico
region-australia = Australia
region-europe = Europa
region-indian = Oceano Indiano
region-pacific = Pacifico
settings-ask-prepare = 📝 Ora: { $hour }. La sera prima, a quell'ora, ti mostro le bozze una alla volta. Prima non apro nessuna scheda.
settings-ask-send = ⏰ Ora: { $hour }, ora di ciascuno. Ciò che hai già approvato parte quando ti ho detto.
settings-ask-quiet = 🌙 Ora: dalle { $sleeps } alle { $wakes } non ti scrivo niente di mia iniziativa. Scegli quando ti alzi e quando vai a dormire:
settings-wakes = 🌅 Sveglia { $hour }
settings-sleeps = 🌙 A letto { $hour }
settings-ask-gap = ⏳ Quanti giorni lasciamo tra un messaggio e l'altro alla stessa persona? Compleanni e altre date di ciascuno, e la Festa dell'amicizia, partono sempre.
settings-gap-value = { $count ->
    [0] Nessun minimo
   *[other] { $count } giorni
}
settings-ask-clients = 💼 Quante volte l'anno, al massimo, facciamo gli auguri a un cliente? Il suo compleanno c'è sempre e non conta.
settings-clients-value = { $count ->
    [one] Una volta
   *[other] { $count } volte
}
settings-ask-pause = ☕ Ogni quante schede ti propongo una pausa?
settings-pause-value = { $count ->
    [0] Mai
   *[other] Ogni { $count }
}
settings-ask-talk = 🧩 { $on ->
    [yes] Ora: sì. Quello che mi scrivi senza comando lo capisco con il modello, quindi gli arriva quel testo. Resta così?
    [no] Ora: no. Quello che mi scrivi senza comando non arriva al modello; capisco meno, ma resta qui. Uso il modello?
   *[none] Non c'è nessun modello configurato: la conversazione la capisco qui, senza che esca niente.
}
settings-ask-after = 🌤 { $on ->
    [yes] Ora: sì.
   *[no] Ora: no.
} Il giorno dopo aver scritto a più persone, ti chiedo una volta se ti hanno raccontato qualcosa da ricordare?
settings-ask-days =
    🎈 Tre cose sulle date:

    💛 Con chi vive in un altro paese, quale Festa dell'amicizia festeggiamo? In Argentina è a luglio; in Colombia, Amor y Amistad è a settembre. Puoi cambiarlo anche nella scheda di ciascuno.
    🐸 Chi è nato il 29 febbraio, negli altri anni, quando lo festeggiamo?
    🎂 Se qualcuno compie 30, 40 o 50 anni, la bozza può dirlo?
settings-friends-day = { $choice ->
    [mine] 💛 La mia
    [theirs] 💛 La sua
   *[both] 💛 Tutte e due
}
settings-leap-day = { $choice ->
    [february] 🐸 Il 28/2
   *[march] 🐸 Il 1/3
}
settings-milestones = { $choice ->
    [yes] 🎂 Può dirlo
   *[no] 🎂 Meglio di no
}
settings-ask-style =
    ✍️ Perché le bozze suonino come te: incolla qualche messaggio scritto da te e, se vuoi, dimmi in una riga come scrivi. Il modello, se c'è, li legge come esempio; non li copia mai.
settings-style-note = ✏️ { $note }
settings-style-sample = 💬 { $text }
settings-type-sample = Mandami un messaggio così come lo scriveresti a una persona cara. Puoi mandarne diversi, uno alla volta; quando hai finito, ↩️.
settings-type-style = Dimmi in una riga come scrivi, per esempio: breve, ironico e senza punti esclamativi.
settings-type-signature = Come firmi? Per esempio: Un abbraccio, Marco
settings-ask-signature =
    🖋 Ora: { $value }. Chiude le bozze che vanno per e-mail e quelle per i clienti; la vedi prima di approvare. In una chat tra amici non c'è firma.
    Se per qualcuno ne vuoi un'altra, tocca il rapporto:
settings-signature-of = 🖋 { $who }: { $value }
settings-ask-signature-of =
    🖋 { $who }: { $value }
    Quello che scrivi chiude tutte queste bozze, anche in chat. Se non c'è niente, vale la firma generale: per e-mail e per i clienti.
settings-type-signature-of = 🖋 { $who } · Come firmi? Per esempio: Cordiali saluti, Marco Gilli

## Scheda

btn-notes = 📝 Note
btn-story = 🕰 Storia
btn-shut = ❌ Chiudi
btn-card = 👤 Apri scheda
btn-filter = 🔎 Cerca
btn-bare = 📝 Senza note
btn-longest = 🕰 Da più tempo
btn-remove = ✖️ Togli
btn-option = 👍 { $value }
btn-date-birthday = 🎂 Compleanno
btn-date-anniversary = 📅 Anniversario
btn-date-name-day = 😇 Onomastico
btn-date-met = 👋 Conosciuti
btn-date-work-anniversary = 💼 Il suo lavoro
btn-date-client-anniversary = 🤝 Insieme
btn-date-other-day = ➕ Altra data
btn-keep-memory = 👍 Conserva tutto
btn-alive = 👍 Era un errore
btn-lock = 🔒 Rendi privata
btn-open-note = 🔓 Non è privata
btn-pin = 📌 Fissa
btn-unpin = 📌 Sgancia
btn-drop = 🗑 Elimina nota
btn-yes-merge = 👍 Sì, unisci
fact-group = gruppo
fact-deceased = 🕊 Non c'è più. Non parte nessun augurio.
fact-place = 🌍 { $value }
fact-tags = 🏷 { $value }
fact-more-notes = … e { $count ->
    [one] un'altra nota
   *[other] altre { $count } note
}
card-shut = 👤 { $name }
card-below = 👤 { $name } · continua più sotto.
edit-what = Che cosa cambiamo?
edited = Fatto, ora è così:
edited-asks = ⚠️ { $count ->
    [one] Il messaggio che avevi approvato per { $name } aspetta: te lo chiedo di nuovo.
   *[other] I { $count } messaggi che avevi approvato per { $name } aspettano: te li chiedo di nuovo.
}
field-name = Nome
field-nickname = Soprannome
field-form-of-address = Sig.ra, zia…
field-register = Del tu o del Lei
field-relationship = Legame
field-roles = Mamma, prof…
field-dates = 🎂 Date
field-tags = 🏷 Etichette
field-phone = 📱 Telefono
field-username = 💬 Nome utente
field-email = ✉️ E-mail
field-language = Lingua
field-country = 🌍 Paese
field-timezone = Ora locale
field-kind = Persona o gruppo
field-route = 📮 Per quale via
field-paused = Auguri: sì o no
field-deceased = 🕊 Non c'è più
field-friends-day = 💛 Festa amicizia
field-touch = 🌱 Senza un perché
field-merge = Unisci due schede
ask-field-name = Come si chiama? Scrivimi il nome come vuoi vederlo. Ora: { $name }
ask-field-nickname = Che soprannome usi per { $name }? Scrivimelo.
ask-field-form-of-address = Come ti rivolgi a { $name }? Per esempio: Gent.ma Sig.ra Rossi, zia Marta.
ask-field-register = Che tono usi con { $name }?
ask-field-relationship = Chi è { $name } per te?
ask-field-roles = Chi altro è { $name }? Alcuni giorni sono suoi: la festa della mamma, dell'insegnante… Tocca quelli giusti.
ask-field-dates = Le date di { $name }. Quelle che ci sono si tolgono con un tocco.
ask-field-birthday = Quando compie gli anni { $name }? Per esempio: 3 maggio, o 3/5/1980.
ask-field-anniversary = Quando è l'anniversario di { $name }? Per esempio: 3 maggio, o 3/5/2010.
ask-field-tags = Che etichetta mettiamo a { $name }? Per esempio: club, scuola. Quelle che ci sono si tolgono con un tocco.
ask-field-phone = Che numero ha { $name }? Meglio con + e il prefisso del paese.
ask-field-username = Qual è il nome utente Telegram di { $name }? Per esempio: @juanap
ask-field-email = Qual è l'e-mail di { $name }?
ask-field-language = In che lingua legge { $name }?
ask-field-country = In che paese vive { $name }? Se non è nell'elenco, scrivimelo.
ask-field-timezone = Che ora è adesso dove si trova { $name }?
ask-field-kind = { $name } è una persona o un gruppo? A un gruppo si scrive un testo solo, per la sua chat.
ask-field-route = Come mandiamo gli auguri a { $name }?
ask-field-paused = Scriviamo a { $name } nelle sue date?
ask-field-deceased = Se { $name } non c'è più, mi dispiace molto. Non parte più nessun augurio e non ti ricordo più le sue date. Quello che mi hai raccontato resta o si cancella, come preferisci.
ask-field-friends-day = Quale Festa dell'amicizia festeggiamo con { $name }: quella del tuo paese, la sua o tutte e due?
ask-field-touch = 🌱 Ogni quanto scriviamo a { $name } senza alcun motivo? Scelgo giorni che non si accavallano con quelli degli altri, e se quel giorno c'è già un messaggio, aspetto.
ask-field-name-day = Quando è l'onomastico di { $name }? Per esempio: 24 giugno.
ask-field-met = Quando vi siete conosciuti, tu e { $name }? Per esempio: 3 maggio, o 3/5/2010.
ask-field-work-anniversary = Da quando lavora lì { $name }? Per esempio: 3 maggio, o 3/5/2010.
ask-field-client-anniversary = Da quando lavorate insieme, tu e { $name }? Per esempio: 3 maggio, o 3/5/2010.
ask-field-other-day = Che cosa si festeggia con { $name }, e quando? Tutto insieme, per esempio: 3/5 la laurea
touch-never = Mai
touch-every = { $months ->
    [one] Ogni mese
   *[other] Ogni { $months } mesi
}
as-with-everybody = Come con tutti
ask-field-merge = Chi è la stessa persona di { $name }?
kind-person = una persona
kind-group = un gruppo
choice-greetings = sì, nelle sue date
choice-no-greetings = non vuole auguri
notes-head = 📝 Quello che so di { $name }. Tocca una nota per cambiarla.
notes-none = Di { $name } non so ancora niente.
ask-note-text =
    Scrivimi la nota come vuoi che resti. Ora dice:

    { $note }
merge-confirm = { $other } e { $name } sono la stessa persona? Resta { $name }, con le note, le date e gli auguri di entrambe le schede (note: { $notes }). Quello che non coincide resta in una nota 🔒.
story-head = 🕰 { $name }: { $count ->
    [one] un messaggio
   *[other] { $count } messaggi
}
story-none = 🕰 { $name }: ancora nessun messaggio.
story-day = 📅 { $day } { $year }
story-left = ☑️ partito alle { $hour }, { $channel }
story-heard = { $day }, { $hour } · 💬 { $name }
story-answered = { $day }, { $hour } · ↪️ la tua risposta
story-media = { $kind ->
    [voice] 🎙 Nota vocale
    [video_note] 🎙 Videomessaggio
    [video] 🎬 Video
    [photo] 📷 Foto
    [sticker] 🤗 Sticker
   *[other] 📎 Allegato
}
story-paused = ⏸ Non vuole auguri: non scrivo in nessuna data. Si cambia con ✏️.
story-deceased = 🕊 Non c'è più: non parte più niente e non ti ricordo le sue date.
story-acquaintance = 👋 A chi conosci appena, o non è ancora cliente, scrivo solo nelle sue date. In /occasions si accende un altro giorno.
story-planned = ✍️ da scrivere
story-drafting = ✍️ in scrittura
story-ready = 💌 aspetta la tua decisione
story-needs-memory = ➕ manca un ricordo
story-snoozed = 🕘 per dopo
story-approved = ✅ approvato
story-stale = ⚠️ è cambiato qualcosa: te lo chiedo di nuovo
story-sending = 🚀 in partenza
story-handed-off = 📲 nelle tue mani
story-call = 📞 da chiamare
story-sent = ☑️ inviato
story-skipped = ⏭ lasciato passare
story-failed = ✖️ non è partito
story-unknown = ❔ forse è arrivato
story-expired = 🗓 il giorno è passato
typed-no-country = Non conosco un paese «{ $words }». Riscrivimelo, per esempio: Svizzera.
typed-no-username = «{ $words }» non sembra un nome utente di Telegram. È fatto così: @juanap. Qual è?
typed-no-email = «{ $words }» non sembra un indirizzo e-mail. Qual è?
typed-no-tag = In «{ $words }» non ho visto etichette. Per esempio: club.
typed-area-code = A «{ $words }» manca il prefisso. Scrivimelo intero.
typed-no-phone = «{ $words }» non sembra un telefono. Scrivimelo con + e il prefisso del paese.
typed-is-mobile = «{ $words }» è un cellulare o un fisso?
typed-which-date = «{ $words }» può essere due date. Quale?
typed-impossible-date = «{ $words }» non è un giorno possibile. Qual è?
typed-no-date = Non ho capito la data «{ $words }». Per esempio: 3 maggio.
typed-no-other-day = In «{ $words }» non ho visto nessuna data. Prova così: 3/5 la laurea
typed-other-day-without-name = E che cosa si festeggia? Scrivimi la data e il nome insieme: { $words } la laurea
list-nobody-so = Lì non c'è nessuno.
filter-how = 🔎 Scrivi /contacts e qualche lettera del nome, oppure tocca:
forget-all-word = CANCELLA TUTTO
forget-all-confirm =
    🗑 Cancello tutto? Non si torna indietro. Se ne va la tua gente (contatti: { $contacts }) con note e date, gli auguri ({ $greetings }), le impostazioni e la chiave con cui era cifrato.

    Se vuoi portartene una copia, prima mandami /export. Per cancellare, scrivi: { $word }
forget-all-kept = Non era quello, quindi non ho cancellato niente. Se lo vuoi davvero, ricomincia con /forget tutto.
forgotten-all = 🗑 Fatto. Di te e della tua gente qui non resta niente. Tante buone cose! Per ricominciare: /start { $code }

## Ricordi

btn-tell-now = ➕ Racconta
btn-tomorrow = 🕘 Domani
btn-not-greet = ⏭ Stavolta no
btn-not-again = 🔕 Non chiedere più
memory-why = 📅 { $occasion }, { $day }: ho qualcosa da scrivere a { $known } persone su { $total }.
memory-question = Di { $name } non so ancora niente. Qual è l'ultima cosa che avete fatto insieme?
memory-tomorrow = 🕘 Va bene, domani ti chiedo di { $name }.
memory-after-all = ↩️ Fatto, { $name } torna nella lista.
day-after = 🌤 Ieri hai scritto a { $count ->
    [one] una persona
   *[other] { $count } persone
}, a ognuna parole sue. Qualcuno ti ha raccontato qualcosa di nuovo da ricordare?
day-after-off = 🌤 Va bene, il giorno dopo non ti chiedo più niente. In /settings lo riaccendi.

## Primi passi

btn-import = 📇 La mia rubrica
btn-export = 📦 Portare via tutto
btn-note = 📝 Racconta
btn-days = 📅 Ricorrenze
btn-unsettled = ❔ In sospeso
btn-status = 📊 Stato
btn-settings = ⚙️ Impostazioni
btn-privacy = 🔒 Privacy
btn-speak = 🌐 In italiano
btn-show-me = 👀 Fammi vedere
btn-not-now = ➡️ Non ora
hint-first-look = Vuoi vedere come scriverei a { $name }? È solo una bozza: non parte niente.
hint-skipped = ➡️ Va bene. Quando vuoi: /draft
hint-days = 📅 Siamo già in diversi. Qui vedi quali date arrivano e per chi; quelle che non vuoi, le spegni.
hint-lock = 🔒 Se ti serve: una nota che comincia con 🔒 non esce mai da qui, neanche per il modello.

## Andata e ritorno

btn-voice = 🎙 Con la mia voce
btn-share = 📲 Scegli qui
btn-once-more = 🔁 Ancora
btn-rather-write = ↩️ Meglio scrivere
ask-voice = Mandami un messaggio vocale, un video o una foto per { $name }: sarà quello l'augurio.
voice-too-long = Quel testo è troppo lungo per starci sotto. Rimandamelo con uno più corto.
card-media = { $kind ->
    [voice] 🎙 Messaggio vocale
    [video_note] 🎙 Videomessaggio
    [video] 🎙 Video
    [photo] 🎙 Foto
   *[audio] 🎙 Audio
}
ronda-opens = { $happy ->
    [friends] Buona festa dell'amicizia, { $name }!
   *[other] Ciao, { $name }.
} { $bot ->
    [0] Oggi ne partono { $total } { $account ->
        [whatsapp] dal tuo WhatsApp
       *[own] dal tuo account
    }.
   *[other] Oggi ne partono { $total }: { $bot ->
        [one] uno lo mando io
       *[other] { $bot } li mando io
    } e { $hand ->
        [one] uno parte
       *[other] { $hand } partono
    } { $account ->
        [whatsapp] dal tuo WhatsApp
       *[own] dal tuo account
    }.
} Un tocco per aprire, uno per dirmi che è partito.
ronda-media = 🎙 È quello che hai registrato, qui sopra. Apri la chat con 📲 e inoltralo.
evening-left = { $count ->
    [one] E ne resta uno da aprire.
   *[other] E ne restano { $count } da aprire.
}
notice-call = 📞 Ti resta da chiamare { $name } · { $phone }
notice-no-mail = ✉️ Non posso più mandare e-mail. { $count ->
    [one] Il messaggio per { $names } non parte: te lo chiedo di nuovo, perché prenda un'altra strada.
   *[other] I messaggi per { $names } non partono: te li chiedo di nuovo, perché prendano un'altra strada.
}
notice-lost = { $name } non riceve più dal bot: l'ha bloccato o ha chiuso l'account. { $asking ->
    [0] D'ora in poi i suoi auguri partono dal tuo account.
    [one] Il messaggio che avevi approvato non parte: te lo chiedo di nuovo.
   *[other] I { $asking } messaggi che avevi approvato non partono: te li chiedo di nuovo.
}
incoming-media = 💬 { $name }:
incoming-edited = ✏️ { $name } ha corretto: { $words }
incoming-reaction = { $emoji } { $name }, a quello che hai mandato.
relay-confirm-media = Lo mando a { $name }?
relay-too-long = È troppo lungo per un solo messaggio a { $name }. Mandalo a pezzi.
guest-help = In questa chat arrivano gli auguri di { $owner }, e quello che si scrive qui arriva a { $owner }. Con /stop non arriva più niente; con /forgetme si cancella tutto.
forgetme-confirm =
    Si cancella tutto quello che tiene { $owner }: nome, indirizzi, note, auguri e quello che si è detto in questa chat. A { $owner } dico che è stato chiesto.

    Non si torna indietro. Cancello?
forgotten-you = 🗑 Fatto: qui non resta niente. I messaggi di questa chat si cancellano dal telefono.
told-forgotten = 🗑 { $name } mi ha chiesto di cancellare tutto, e l'ho fatto: note, date, indirizzi e auguri. Non è più tra la tua gente.
nobodys-guest = Qui nessuno ti manda auguri, quindi non c'è niente da fermare. Per cancellare qualcuno dei tuoi: /forget

## Rubrica

btn-import-all = 👍 Aggiungi { $count }
btn-import-birthday = 🎂 Compleanni: { $count }
btn-import-letters = 🔤 Per lettera
btn-import-doubtful = ➕ Dubbi: { $count }
btn-import-more = ➕ Aggiungi altri
btn-import-none = ❌ Nessuno
command-import = Porta la tua rubrica
command-export = Porta via tutto
import-how =
    📇 Mandami la tua rubrica come file, qui:

    · iPhone, Android e Google esportano un .vcf.
    · Google e Outlook danno anche un .csv; va bene qualsiasi foglio salvato come CSV.
    · Un file .json di /export riporta tutto.
    · Un calendario .ics porta i compleanni e le date di ogni anno.

    Prima ti mostro che cosa c'è, poi scegli chi aggiungere.
import-found = 📇 { $count ->
    [one] Ho trovato una scheda:
   *[other] Ho trovato { $count } schede:
}
import-new = ➕ Nuovi: { $count } ({ $names })
import-known = 👥 Li avevo già: { $count } ({ $names })
import-doubtful = ❔ Dubbi, stesso nome di qualcuno ma altri dati: { $count } ({ $names })
import-completes = ✏️ Li avevo già, ma qui ci sono dati che mi mancano: { $count } ({ $names })
import-groups = 🏷 Quale gruppo aggiungiamo? Un tocco aggiunge tutto il gruppo.
import-progress = ⏳ Aggiungo… { $bar } { $done }/{ $total }
import-completed = ✏️ { $count ->
    [one] Ho completato una persona con quello che mancava.
   *[other] Ho completato { $count } persone con quello che mancava.
}
import-mobiles = 📱 { $count ->
    [one] Un numero può essere un cellulare o un fisso.
   *[other] { $count } numeri possono essere cellulari o fissi.
} WhatsApp funziona solo con i cellulari.
btn-import-completes = ✏️ Completa: { $count }
btn-import-groups = 🏷 Per gruppo
btn-import-mobiles = 📱 Cellulari: { $count }
btn-pick-people = 👥 Scegli su Telegram
import-pick = 👥 Tocca il pulsante qui sotto e scegli fino a dieci persone dal tuo Telegram. Poi ti mostro chi aggiungo.
import-skipped-nameless = ⏭ Senza nome: { $count } ({ $names })
import-skipped-broken = ⏭ Tagliate o illeggibili: { $count } ({ $names })
import-skipped-formula = ⏭ Formule al posto di nomi: { $count } ({ $names })
import-unread = 🔒 { $count ->
    [one] Un dato non si legge: resta come nota privata ({ $names }).
   *[other] { $count } dati non si leggono: restano come note private ({ $names }).
}
import-odd-settings = ⚙️ Alcune impostazioni del file non si capiscono ({ $names }): quelle restano come sono. Le cambi in /settings e, le date, in /occasions.
import-local = ☎️ { $count ->
    [one] A un numero manca il prefisso («{ $example }»). Qual è il tuo? Senza, resta come nota privata.
   *[other] A { $count } numeri manca il prefisso («{ $example }»). Qual è il tuo? Senza, restano come note private.
}
import-area-done = ☎️ { $count ->
    [0] Ho segnato { $code }, ma qui non completa nessun numero. Se è un altro, tocca ☎️; se no restano come note private.
    [one] Con { $code } ho completato un numero. Me lo ricordo per la prossima volta.
   *[other] Con { $code } ho completato { $count } numeri. Me lo ricordo per la prossima volta.
}
btn-import-each = 👥 Uno per uno
import-each-mobile = 📱 Tocca i cellulari: ☎️ è un fisso, 📱 un cellulare.
btn-area-mine = ☎️ Il mio prefisso
btn-area-other = ☎️ Un altro
btn-drop-area = 🗑 Dimentica { $code }
area-ask = ☎️ Qual è il tuo prefisso, quello che va prima dei numeri della tua zona? Per esempio: 02, 06 o 0541.
area-no-code = Non conosco il prefisso «{ $words }». Mandami solo quelle cifre, senza il resto del numero: 02, 06, 0541…
area-kept = ☎️ Segnato: { $code }. Lo uso per completare i numeri che arrivano senza prefisso.
import-whom = Chi aggiungiamo? A nessuno serve tutta la rubrica: gli altri li aggiungi quando vuoi.
import-nobody = Non c'è nessuno di nuovo da aggiungere. Non è cambiato niente.
import-letters = 🔤 Tocca le lettere di chi vuoi aggiungere.
import-none = Va bene, non ho aggiunto nessuno.
btn-ics-all = 👍 Porta tutto: { $count }
btn-calendar = 🗓 Calendario
ics-found = 🗓 In quel calendario ci sono:
ics-known = 🎂 { $count ->
    [one] Un compleanno della tua gente: { $names }
   *[other] { $count } compleanni della tua gente: { $names }
}
ics-newcomers = ➕ { $count ->
    [one] Una persona che non avevo: { $names }
   *[other] { $count } persone che non avevo: { $names }
}
ics-yearly = 📅 { $count ->
    [one] Una data di ogni anno: { $names }
   *[other] { $count } date di ogni anno: { $names }
}
ics-unclear = ❔ Si chiamano come più persone, quindi non li tocco: { $names }
ics-differs = ❔ { $name }: io ho il { $mine } e il file dice { $theirs }. Tengo la mia; se è sbagliata, cambiala nella scheda.
ics-present = 👥 { $count ->
    [one] Una l'avevo già.
   *[other] { $count } le avevo già.
}
ics-left-out = ⏭ { $count ->
    [one] Un evento che non torna ogni anno: lo lascio fuori.
   *[other] { $count } eventi che non tornano ogni anno: li lascio fuori.
}
ics-what = Che cosa porto dentro?
ics-nothing = Non c'è niente di nuovo da portare. Non è cambiato niente.
ics-done = ✔️ { $birthdays ->
    [0] Non c'era niente da portare.
    [one] Ho portato un compleanno.
   *[other] Ho portato { $birthdays } compleanni.
}
ics-done-days = ✔️ Compleanni: { $birthdays }. Date di ogni anno: { $days }. Quelle date non sono ancora per nessuno: in 📅 scegli a chi fai gli auguri.
ics-undone = ↩️ È tutto come prima di quel calendario.
ics-export = 🗓 Il tuo calendario, per Google, Apple o qualsiasi altro. Compleanni, le tue date e i giorni della tua gente nel prossimo anno: { $count }.
ics-empty = Non ci sono ancora date per un calendario. Basta una persona con il suo compleanno.
ics-birthday = Compleanno di { $name }
ics-date = { $what } · { $name }
ics-touch = Senza un perché · { $name }
import-working = ⏳ { $count ->
    [one] Aggiungo una persona…
   *[other] Aggiungo { $count } persone…
}
import-done = ✔️ { $count ->
    [one] Ho aggiunto una persona.
   *[other] Ho aggiunto { $count } persone.
}
import-done-acquaintances = ✔️ { $count ->
    [one] Ho aggiunto una persona.
   *[other] Ho aggiunto { $count } persone.
} Restano come conoscenti: dimmi nella scheda chi è amico, famiglia o cliente.
import-undone = ↩️ { $count ->
    [one] Fatto, ho tolto la persona che avevo aggiunto.
   *[other] Fatto, ho tolto le { $count } persone che avevo aggiunto.
}
import-bad-empty = Quel file è vuoto. Esporta di nuovo la rubrica e mandamela.
import-bad-zip = È un file compresso. Aprilo e mandami il .vcf o il .csv che contiene.
import-bad-excel = È un foglio Excel. Salvalo come CSV e mandami quello.
import-bad-unknown = In quel file non ho trovato contatti. Leggo rubriche .vcf, tabelle .csv, calendari .ics e il .json di /export.
import-bad-no-name-column = In quella tabella non ho trovato una colonna con i nomi. Scrivi «Nome» sopra la colonna e rimandamela.
import-bad-too-many = Sono più di 10.000 schede: troppe in una volta. Esporta solo un gruppo o un'etichetta e mandamelo.
import-bad-too-big = Supera i 20 MB e Telegram non me lo lascia scaricare. Esporta la rubrica senza foto, o a pezzi.
import-bad-not-abrazo = Quel .json non è di Abrazo. Leggo quello di /export, rubriche .vcf e tabelle .csv.
import-bad-newer = Quel file viene da un Abrazo più recente. Aggiorna questo e rimandamelo.
import-bad-download = Non sono riuscito a scaricare il file da Telegram. Non è cambiato niente: rimandamelo.
export-json = 📦 Tutto quello che è tuo: { $count ->
    [one] una persona
   *[other] { $count } persone
} con note (anche quelle 🔒), date e auguri. Custodiscilo bene: non è cifrato. Con /import torna tutto.
export-vcard = 📇 Lo stesso come rubrica, per il telefono o Google, senza le note 🔒: { $count }
export-empty = Non c'è ancora niente da portare via.
