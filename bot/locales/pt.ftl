## Dias

day-today = hoje
day-tomorrow = amanhã

## Botões: o emoji do começo é fixo em todas as línguas

btn-approve = ✅ { $n }
btn-others = 🔄 Outras
btn-wish-shorter = 🔄 Mais curta
btn-wish-funnier = 🔄 Mais divertida
btn-wish-formal = 🔄 Mais formal
btn-wish-memory = 🔄 Outra lembrança
btn-drafts-before = ↩️ As de antes
btn-edit = ✏️ Editar
btn-write = ✏️ Eu escrevo
btn-skip = ⏭ Pular
btn-call = 📞 Vou ligar
btn-called = ☑️ Já liguei
btn-later = 🕘 Depois
btn-send-now = 🚀 Agora
btn-route = 📮 Outro caminho
btn-send = 🚀 Enviar
btn-undo = ↩️ Desfazer
btn-back = ↩️ Voltar
btn-tell = ➕ Contar algo
btn-open = 📲 { $app ->
    [whatsapp] WhatsApp
   *[other] Telegram
}
btn-pick = 📲 Chat no { $app ->
    [whatsapp] WhatsApp
   *[other] Telegram
}
btn-open-n = 📲 { $n } no { $app ->
    [whatsapp] WhatsApp
   *[other] Telegram
}
btn-copy = 📋 Copiar
btn-copy-n = 📋 Copiar { $n }
btn-i-sent = ☑️ Já foi
btn-i-sent-n = ☑️ Mandei { $n }
btn-i-sent-name = ☑️ { $name }
btn-all-sent = ☑️ Foram todas
btn-arrived = ☑️ Chegou
btn-again = 🔁 Mandar de novo
btn-add = ➕ Adicionar alguém
btn-add-note = ➕ Contar algo
btn-as-note = ➕ Guardar como nota
btn-same = 👍 É a mesma pessoa
btn-another = ➕ É outra pessoa
btn-accept = 👍 Aceito
btn-refuse = ❌ Prefiro não
btn-close = ❌ Cancelar
btn-delete = 🗑 Apagar tudo
btn-delete-one = 🗑 Apagar { $name }
btn-forget = 🗑 Esquecer
btn-invite = 📨 Convidar
btn-draft = 💌 Escrever
btn-list = 👥 Minha gente
btn-review = 💌 Ver as mensagens
btn-how = Como funciona?
btn-go-on = ▶️ Continuar
btn-pause = 🕘 Mais tarde
btn-previous = ◀️ Anteriores
btn-next = ▶️ Próximas

## Boas-vindas e ajuda

welcome =
    Oi, { $name }. Eu sou o Abrazo: guardo o que você me conta da sua gente e, quando chega o dia, ajudo você a escrever para cada pessoa algo só dela.

    Nada sai sem a sua aprovação.

    Vamos tentar com uma pessoa querida? Escreva, por exemplo:
    /add Juana, amiga, gosta de chá de jasmim, aniversário 3/5

    🕰 Por enquanto: { $country }, onde são { $hour }.
welcome-back = Oi de novo, { $name }. O que vamos fazer?
demo-welcome =
    Oi, { $name }. Eu sou o Abrazo: guardo o que você me conta da sua gente e, quando chega o dia, ajudo você a escrever para cada pessoa algo só dela. Nada sai sem a sua aprovação.

    Nesta demonstração já conheço { $people } pessoas inventadas.{ $model ->
        [yes] {""}
       *[no] {" "}🧩 Aqui não há modelo: os rascunhos quem monta sou eu, e cada um diz “sem modelo”. Com OPENAI_API_KEY ou OPENAI_BASE_URL, quem escreve é o seu.
    }

    👉 Para começar, toque lá em cima no botão que vai para a véspera do Día del Amigo, o dia do amigo na Argentina: mostro a primeira mensagem e você decide.
help =
    O que você pode me pedir:

    ➕ Adicionar alguém: /add Juana, amiga, gosta de chá de jasmim, aniversário 3/5
    📝 Me contar algo: /note Juana: se mudou para Córdoba
    👥 Ver a sua gente: /contacts
    💌 Escrever já: /draft Juana
    ✅ Ver o que está esperando: /review
    📅 Ver o que vem e para quem: /occasions
    📨 Fazer chegar pelo bot: /invite Juana
    📊 Saber como está tudo: /status
    ⚙️ Mudar horários, idioma ou estilo: /settings
    📇 Trazer sua agenda: /import
    📦 Levar tudo: /export
    🗑 Apagar alguém: /forget Juana (tudo: /forget tudo)
    🔒 O que eu guardo e o que não: /privacy

    Na noite anterior a cada data eu mostro os rascunhos, um por vez. Só sai o que você aprovar.
privacy =
    🔒 O que você me conta fica nesta máquina, criptografado.
    { $model ->
        [yes] Para escrever, o modelo recebe o mínimo: o primeiro nome ou apelido, a forma de tratamento, o idioma, as notas que não são privadas, o que você já escreveu para a pessoa e, se você as deu, suas mensagens de exemplo. Também, se não entendo algo que você me conta, essa frase; e os seus áudios, para transcrevê-los. Isso dá para desligar em /settings.

        O sobrenome (o que vem depois do nome), os telefones e os endereços eu não passo. O que estiver dentro de uma nota ou dessa frase eu tiro se reconheço (“Dra. G.”, “Laura F.”). “Na casa do Gomes” ou “Paulista 845” eu não reconheço: para isso existe o 🔒.
       *[no] Não há nenhum modelo configurado: nada sai daqui.
    }

    Uma nota que começa com 🔒 nunca sai. Com /forget se apaga tudo de uma pessoa.
cancelled = Pronto, deixamos assim. Nada mudou.
nothing-to-cancel = Não havia nada pela metade. /help mostra o que eu sei fazer.
unknown-command = Não conheço { $command }. Com /help você vê tudo o que eu sei fazer.
mistyped-command = Não conheço { $command }. Você quis dizer { $meant }? Com /help você vê tudo o que eu sei fazer.
edited-message = Vi que você corrigiu uma mensagem. As correções eu não leio por conta própria: mande de novo que eu guardo.
closed = Pronto, nada mudou.
sorry = Algo deu errado aqui e não cheguei a fazer. O que já estava guardado continua lá. Tente de novo; se acontecer outra vez, /status mostra como está tudo.
contacts-full = Isso eu não guardei: neste bot cada um pode ter até { $bound } pessoas. Abra espaço com /forget e um nome, ou em /contacts, e me conte de novo.
stranger = Oi. Sou um bot privado e só atendo quem me instalou. Para receber mensagens é preciso um convite válido. Tudo de bom!

command-add = Adicionar alguém
command-note = Contar algo de alguém
command-contacts = Sua gente
command-draft = Escrever mensagens agora
command-review = Ver os rascunhos
command-invite = Convidar para receber pelo bot
command-forget = Apagar alguém
command-status = Como está tudo
command-help = O que eu sei fazer
command-privacy = O que guardo e o que não
guest-command-stop = Não receber mais nada por aqui
guest-command-forgetme = Apagar tudo o que está guardado
guest-command-help = Do que se trata
profile-about = Me conte da sua gente: em aniversários, no Dia do Amigo e em outras datas ajudo a escrever algo único para cada pessoa.
profile-description =
    Guardo o que você me conta da sua gente e, quando chega o dia, proponho uma mensagem diferente para cada pessoa. Você vê uma por vez. Só sai o que você aprovar, sempre que possível da sua própria conta.

    Se você recebeu um convite: por aqui pode chegar, se quiser, uma mensagem. Dá para parar a qualquer momento.

toast-old = Esse botão não vale mais. Com /review você vê o que está esperando.
toast-gone = Isso não está mais aqui.
toast-moved-on = Isso já mudou. Com /review você vê como ficou.
toast-undone-before = Isso você já tinha desfeito.
toast-being-sent = 🚀 Neste momento está saindo uma mensagem para essa pessoa. Não mudei nada: tente de novo em um minuto.
toast-now-planned = Estou escrevendo outros rascunhos.
toast-now-drafting = Estou escrevendo outros rascunhos.
toast-now-ready = O cartão mudou: veja o último.
toast-now-needs-memory = O cartão mudou: veja o último.
toast-now-snoozed = Ficou para depois.
toast-now-approved = Já está com a sua aprovação.
toast-now-stale = Algo mudou: pergunto de novo.
toast-now-sending = Está saindo neste momento.
toast-now-handed-off = Já passei para você mandar.
toast-now-call = Ficou para você ligar.
toast-now-sent = Já saiu.
toast-now-skipped = Essa você já tinha pulado.
toast-now-failed = Não pôde sair. Se é destes dias, em /status toque em ❔ e veja por quê.
toast-now-unknown = Não sei se chegou. Em /status toque em ❔ e me conte.
toast-now-expired = Esse dia já passou.

## Pessoas

relationship-friend = amizade
relationship-family = família
relationship-partner = cara-metade
relationship-colleague = do trabalho
relationship-client = cliente
relationship-acquaintance = gente conhecida
addressed-vos = com “vos”
addressed-tu-es = com “tú”
addressed-usted = com “usted”
addressed-tu = com “tu”
addressed-lei = com “Lei”
addressed-voce = com “você”
addressed-you = em inglês
fact-name = 👤 { $name } · { $about }
fact-birthday = 🎂 { $when }
date-next = { $when } · o próximo, { $date }
fact-date = 📅 { $name }: { $when }
fact-phone = 📱 { $value }
fact-username = 💬 { $value }
fact-email = ✉️ { $value }
fact-linked = 🤝 Recebe pelo bot
fact-route = 📮 As mensagens: { $route }
fact-paused = não quer mensagens
fact-touch = 🌱 { $value }, sem motivo
date-anniversary = Aniversário de casamento
date-name-day = Onomástico
date-met = O dia em que se conheceram
date-client-anniversary = Trabalham juntos desde
date-work-anniversary = Aniversário de trabalho

kept = Anotei:
kept-no-notes = Conte algo de { $name } quando quiser: com um detalhe, a mensagem fica única.
ask-whom = Quem vamos adicionar? Escreva o nome e o que souber, separado por vírgulas: Juana, amiga, gosta de chá de jasmim, aniversário 3/5
already-known = Já tenho { $name }. Se é a mesma pessoa, acrescento o que é novo.
parse-empty-name = Não vi nenhum nome. Escreva primeiro o nome: Juana, amiga, gosta de chá.
parse-name-without-letters = Esse nome não tem letras. Como se chama?
parse-name-too-long = Esse nome é compridíssimo. Escreva só o nome, uma vírgula e depois o resto.
parse-text-too-long = É uma mensagem muito longa. Mande em partes que eu guardo tudo.
parse-empty-note = A nota veio vazia. Tente assim: /note Juana: se mudou para Córdoba
doubt-ambiguous-date = ⚠️ “{ $words }” pode ser duas datas. O resto eu guardei. Diga com o mês por extenso.
doubt-which-date = ⚠️ “{ $words }” é uma data, mas não sei de quê. O resto eu guardei.
doubt-unclear-date = ⚠️ Não entendi a data “{ $words }”. O resto eu guardei.
doubt-impossible-date = ⚠️ Não entendi “{ $words }”: esse dia não existe. O resto eu guardei. Que dia é?
doubt-year-dropped = ⚠️ Em “{ $words }” o ano não bate: guardei o dia e o mês.
doubt-is-mobile = ⚠️ “{ $words }” é celular ou fixo? Para escrever pelo WhatsApp é preciso saber.
doubt-area-code = ⚠️ Falta o DDD em “{ $words }”. O resto eu guardei.
doubt-unusual-phone = ⚠️ “{ $words }” não parece um telefone daqui. Se for, mande com o + e o código do país.
doubt-not-a-phone = ⚠️ “{ $words }” não parece um telefone. O resto eu guardei.
doubt-whose-family = ⚠️ “{ $words }”: é da sua família ou de outra? Deixei como nota.
doubt-name-boundary = ⚠️ Não sei onde termina o nome em “{ $words }”. Se não for assim, desfaça e ponha uma vírgula depois do nome.
doubt-former = ⚠️ “{ $words }” é de antes: deixei como nota.
doubt-not-yet-client = ⚠️ “{ $words }”: se ainda não é cliente, não vai mensagem de cliente. Deixei como nota.
doubt-second-value = ⚠️ Já tinha um dado assim: “{ $words }” ficou como nota.
doubt-other = ⚠️ Não entendi bem “{ $words }”. O resto eu guardei.

ask-note = De quem é, e o que devo lembrar? Assim: Juana: se mudou para Córdoba
ask-note-for = O que devo lembrar de { $name }?
note-how = Diga de quem é e o que aconteceu, assim: /note Juana: se mudou para Córdoba
note-for-whom = “{ $note }”: de quem é?
note-about-whom = De quem é a nota?
noted = 📝 { $name }: { $note }
noted-private = 🔒 { $name }: { $note }. Isso não sai daqui.
nobody-called = Não tenho ninguém que se chame “{ $name }”.
undone-contact = ↩️ Pronto, como se nunca tivesse entrado aqui.
undone-note = ↩️ Pronto, apaguei essa nota.

list-head = 👥 { $count ->
    [0] Ninguém
    [one] Uma pessoa
   *[other] { $count } pessoas
} · página { $page } de { $pages }
list-empty = Ainda não tenho ninguém. Vamos começar com uma pessoa querida?

forget-how = Quem eu apago? Assim: /forget Juana
forget-whom = Quem você quer apagar?
forget-confirm =
    Apago { $name } e tudo o que sei? Não tem volta.

    Notas: { $notes } · datas: { $dates } · mensagens: { $greetings }
forgotten = 🗑 Pronto. De { $name } não ficou nada.

## Convite e consentimento

invite-how = Quem vamos convidar? Assim: /invite Juana
invite-whom = Quem vamos convidar?
invitation =
    Passe este link para { $name }. Ele vale uma vez só, por 30 dias:
    { $link }

    Quem abrir vai ler que o convite é seu e vai poder aceitar ou não. Quando responder, eu aviso.
invitation-qr = O mesmo link, para mostrar a { $name } na tela.
consent =
    Olá, { $name }. { $owner } gostaria de mandar mensagens por este chat em dias como o aniversário ou o Dia do Amigo.

    Quem escolhe cada mensagem é { $owner }. As respostas vão para { $owner }; ninguém mais lê. Com /stop tudo para na hora, e com /forgetme se apaga tudo.

    Tudo bem assim?
consent-yes = Que bom! As mensagens de { $owner } vão chegar por este chat. Com /stop tudo para na hora.
consent-no = Certo: nenhuma mensagem vai chegar por este chat. Tudo de bom!
told-consent-yes = 🤝 { $name } aceitou: as mensagens vão chegar pelo bot.
told-consent-no = { $name } preferiu não receber pelo bot. As mensagens saem da sua conta, como sempre.
stopped = Pronto: por este chat não chega mais nada. Para voltar, /start. Com /forgetme se apaga também o que ficou guardado.
notice-stopped = { $name } pediu para não receber mais pelo bot. { $asking ->
    [0] Daqui em diante, as mensagens saem da sua conta.
    [one] A mensagem que você tinha aprovado não sai: pergunto de novo.
   *[other] As { $asking } mensagens que você tinha aprovado não saem: pergunto de novo.
}
incoming = 💬 { $name }: { $words }
something-else = (mandou algo que não é texto)
relay-confirm =
    Mando para { $name }?

    { $words }
relay-sent = ☑️ Chegou para { $name }.
relay-failed = Não chegou para { $name }: já não recebe pelo bot. Escreva da sua conta.
relay-unlinked = { $name } não recebe mais pelo bot, então isso não chegou. Escreva da sua conta.
relay-unknown = Pode ter chegado para { $name } e pode não ter: a conexão caiu bem na hora de mandar. Na dúvida, não mando de novo.
relay-dropped = Pronto, não sai.

## Cartões

card-head = 💌 { $position } de { $total } · { $name } · { $occasion }, { $day }
card-rests-on = Baseado em: { $notes }
card-without-model = 📝 Rascunho sem modelo: leia com mais cuidado.
card-model-failed = { $how ->
    [refused] 📝 Rascunho sem modelo (o modelo se negou a escrever): leia com mais cuidado.
    [garbled] 📝 Rascunho sem modelo (o modelo respondeu pela metade): leia com mais cuidado.
   *[silent] 📝 Rascunho sem modelo (o modelo não responde): leia com mais cuidado.
}
unknown-people = De { $names } ainda não sei nada, e melhor nada do que uma corrente. Conte de quem quiser, assim: { $first }: fomos juntos a Paraty. Ou toque num nome para escrever você, ligar ou deixar passar.
btn-tell-about = ➕ { $name }
card-model-broke-rules = 📝 Rascunho sem modelo (o que o modelo escreveu não servia): leia com mais cuidado.
card-model-spent = 📝 Rascunho sem modelo (a parte de hoje acabou): leia com mais cuidado.
card-stale = ⚠️ Algo de { $name } mudou depois da sua aprovação. Continua bom assim?
card-needs-more = Com o que sei de { $name } não saiu nada que fosse só da pessoa. Qual foi a última coisa que vocês fizeram juntos?
card-needs-memory = De { $name } ainda não tenho nada pessoal, e melhor nada do que uma corrente. Qual foi a última coisa que vocês fizeram juntos?
card-only-one = Para { $name } só saiu um texto bom, e para escolher é preciso ter dois. Me conte mais alguma coisa e escrevo outro, ou com ✏️ você o torna seu:
card-refused = Não mostro nenhum rascunho para { $name }: o que saiu { $reasons }.
remark-wrong-register = ⚠️ Confira o tratamento: { $words }
remark-invented = ⚠️ Isto não está nas suas notas: { $words }
remark-artifact = ⚠️ É longo para uma mensagem: mais de 600 letras.
remark-wrong-person = ⚠️ É para outra pessoa? Diz { $words }.
remark-duplicate = ⚠️ Parece muito com outra mensagem deste dia ou com uma anterior.
problem-generic = não dizia nada pessoal
problem-duplicate = era parecido demais com outra mensagem
problem-sensitive = tocava num assunto delicado
problem-reveals-source = mostrava as suas notas
problem-selling = pedia ou vendia algo
problem-wrong-person = citava outra pessoa
problem-invented = inventava algo
problem-wrong-language = estava em outra língua
problem-wrong-register = usava outro tratamento
problem-artifact = estava mal escrito
by-bot = pelo bot
by-whatsapp = pelo WhatsApp
ask-route = Por onde a mensagem chega a { $name }? Daqui em diante, sempre por aí.
route-bot = Pelo bot
route-whatsapp = WhatsApp
route-telegram = Telegram
route-email = E-mail
route-pick = Escolho o chat
route-copy = Eu colo
by-telegram = pelo Telegram
by-call = por telefone
by-copy = você cola
by-yourself = da sua conta

line-approved = ✅ { $name } · { $day }, { $hour }, { $channel }
line-approved-soon = ✅ { $name } · sai daqui a pouquinho, { $channel }
line-sending-now = 🚀 { $name } · sai agora.
line-skipped = ⏭ { $name } · desta vez deixamos passar.
line-snoozed = 🕘 { $name } · mostro daqui a pouco.
line-call = 📞 { $name } · fica para você ligar.
line-sent = ☑️ { $name } · pronto.
line-again = 🔁 { $name } · sai de novo.
line-below = 💌 { $name } · continua mais abaixo.

review-pause = { $done } já foram. { $waiting ->
    [one] Falta uma.
   *[other] Faltam { $waiting }.
} Continuamos ou fazemos uma pausa?
paused = 🕘 Paramos aqui. Nada se perde: quando quiser, /review.
review-done = Pronto, não há mais nada para decidir.
summary-approved = ✅ { $when }, { $channel }: { $names }
summary-when = { $day } às { $hour }
summary-later = 🕘 Para depois: { $names }
summary-by-hand = As que saem da sua conta eu passo nessa hora, uma por uma.
summary-whom = Qual você quer rever? O resto fica como está.
btn-change-one = ↩️ Mudar algo
btn-take-back = ↩️ { $name }
btn-back-to = ↩️ Voltar a { $name }
nothing-waits = Não há nada esperando. Na noite anterior a cada data eu aviso; para escrever já: /draft
still-writing = Estou escrevendo { $count ->
    [one] uma mensagem
   *[other] { $count } mensagens
}. Assim que a primeira estiver pronta, eu mostro.
progress = Estou escrevendo { $total } mensagens. { $bar } { $done }/{ $total }
progress-done = Rascunhos prontos. { $bar } { $done }/{ $total }
drafting-one = Escrevendo… Já mostro.
writing-others = 🔄 Procurando outras palavras para { $name }…
writing-so = 🔄 Procurando outras palavras para { $name }: { $wish }…
wish-shorter = mais curta
wish-funnier = mais divertida
wish-formal = mais formal
wish-memory = sobre outra lembrança
draft-whom = Para quem vamos escrever?
draft-nobody = Nos próximos 60 dias não há datas para ninguém. Adicionamos alguém, ou um aniversário?
draft-no-day = Não encontro nenhuma data para { $name }. Conte o aniversário, assim: { $name }: aniversário 3/5
draft-not-theirs = { $day } não é uma data de { $name }. Em 📅 aparece qual data é de quem, e dá para mudar.
draft-not-greeted = Para { $name } não escrevo mensagens: está marcado assim na ficha.
ask-edit =
    Escreva a mensagem para { $name } do jeito que deve sair. Este é o rascunho, toque nele para copiar:

    { $text }
ask-write = Escreva a mensagem para { $name } do jeito que deve sair.
edit-too-late = Essa mensagem não está mais esperando: não usei o seu texto. Com /review você vê o que vem.
edit-too-long = É longa demais para uma só mensagem a { $name }: cabem { $most } caracteres e a sua tem { $length }. Mande uma mais curta.
ask-memory = Qual foi a última coisa que você fez com { $name }? Ou conte algo de que essa pessoa goste.
memory-kept = 📝 { $name }: { $note }. Com isso eu escrevo.
memory-kept-private = 🔒 { $name }: { $note }. Isso não sai daqui; vou tentar escrever sem modelo.

## O dia

ronda-head = { $left ->
    [0] 📲 { $name } · de novo
    [one] 📲 { $name } · a última
   *[other] 📲 { $name } · faltam { $left }
}
ronda-done = Com { $name } você terminou a rodada. Por hoje é só!
evening-question = { $count ->
    [one] Ficou uma sem confirmar: { $names }. Saiu?
   *[other] Ficaram { $count } sem confirmar: { $names }. Saíram?
}
all-sent = ☑️ { $count ->
    [0] Já estava tudo anotado.
    [one] Anotado, saiu.
   *[other] Anotado, saíram as { $count }.
}
notice-spent = 🧮 Por hoje usei tudo o que posso do modelo. Até a meia-noite escrevo sem ele: leia os rascunhos com mais cuidado. Nada se perde, e amanhã sigo como sempre.
notice-model-away = 🧩 { $how ->
    [auth] O modelo recusa a chave desde as { $hour }: é preciso conferir OPENAI_API_KEY.
    [quota] O crédito do modelo acabou (desde as { $hour }).
   *[silent] O modelo não responde desde as { $hour }.
} Os rascunhos eu escrevo sem ele: leia com mais cuidado. Continuo tentando e aviso quando ele voltar.
notice-model-back = 🧩 O modelo voltou a responder. O que vem agora eu escrevo com ele; num cartão de antes, 🔄 traz outros.
notice-telegram-back = 📡 Fiquei sem conexão com o Telegram das { $since } às { $until }. Nada se perdeu: o que devia sair nesse tempo sai agora.
notice-copy-failed = 💾 Não consegui fazer a cópia de segurança desta noite: parece que o disco está cheio. As anteriores continuam lá, e tento de novo a cada hora.
notice-copy-made = 💾 A cópia de segurança está em dia de novo.
notice-sent = 💌 { $count ->
    [one] Já saiu a mensagem para { $names }.
   *[other] Já saíram { $count } mensagens: { $names }.
}
notice-unknown = Pode ter chegado para { $name } e pode não ter. Não mando de novo sem você dizer.
notice-expired = { $count ->
    [one] Passou o dia de { $names } e não saiu nada. Se quiser, ainda dá para escrever.
   *[other] Passou o dia e não saiu nada para { $names }. Se quiser, ainda dá para escrever.
}
unsettled-more = { $count ->
    [one] E ainda há mais uma. Resolva estas e continue com ❔.
   *[other] E ainda há mais { $count }. Resolva estas e continue com ❔.
}
notice-expired-unanswered = { $count ->
    [one] Passou o dia de { $names } e não saiu nada. Confirme antes o que falta, e aí vemos se ainda dá para escrever.
   *[other] Passou o dia e não saiu nada para { $names }. Confirme antes o que falta, e aí vemos se ainda dá para escrever.
}
notice-late-now = E para { $names } não saiu nada nesse dia. Se quiser, ainda dá para escrever.
failed-blocked = Não chegou para { $name }: já não recebe pelo bot. O seu texto está guardado; com 🔁 passo para você mandar.
failed-gone = Não chegou para { $name }: essa conta do Telegram não existe mais. O seu texto está guardado; com 🔁 passo para você mandar.
failed-unlinked = Não chegou para { $name }: já não recebe pelo bot. O seu texto está guardado; com 🔁 passo para você mandar.
failed-unreachable = Não chegou para { $name }: o Telegram não respondia. O seu texto está guardado; com 🔁 tento outra vez.
failed-refused = Não chegou para { $name }: o Telegram não aceitou. O seu texto está guardado; com 🔁 tento outra vez.

## Situação

status-head = 📊 Está assim:
status-waiting = 💌 Esperam a sua decisão: { $names }
status-needs-memory = ➕ Falta uma lembrança de: { $names }
status-writing = ✍️ Escrevendo: { $names }
status-approved = ✅ Aprovadas: { $names }
status-handed-off = 📲 Nas suas mãos: { $names }
status-call = 📞 Para ligar: { $names }
status-sent = ☑️ Enviadas: { $names }
status-skipped = ⏭ Você pulou: { $names }
status-failed = ✖️ Não saíram: { $names }
status-unknown = ❔ Não sei se chegaram: { $names }
status-expired = 🗓 Passou o dia: { $names }
status-nothing = Nada pendente.
status-touched = ✍️ { $untouched } das suas últimas { $count } saíram sem retoque; em média você muda { $share }% do rascunho.
status-touched-before = ↳ Antes: { $untouched } de { $count }, e { $share }%.
status-tick = ⏱ Última olhada no relógio: { $hour }
status-model-none = 🧩 Sem modelo: quem prepara os rascunhos sou eu.
status-model-ok = 🧩 O modelo responde.
status-model-failing = 🧩 O modelo não responde: enquanto isso, quem prepara os rascunhos sou eu.
status-drafts = ✍️ Rascunhos com o modelo, hoje: { $used } de { $bound }.
status-tokens = 🧮 Modelo, hoje: { $used } de { $bound } tokens.

## Conversa

talk-how = Não sei bem o que fazer com isso. Se é algo de alguém, me diga de quem, assim: Juana: se mudou para Córdoba. Para adicionar alguém: /add. Todo o resto: /help
talk-hello = Oi, { $name }. Me conte algo da sua gente, ou pergunte para quem escrever esta semana.
talk-thanks = 🤗 Estou aqui.
talk-bye = 🤗 Certo. Estou aqui quando quiser.
talk-heard = 🎧 “{ $words }”
talk-told = Anotei de { $name }:
talk-nothing-new = Isso eu já tinha anotado de { $name }.
talk-birthday = 🎂 { $name }, { $date }. Aviso você na noite anterior.
talk-instead = { $new } (antes: { $old })
talk-nickname = 🏷 Para você é { $value }
talk-relationship = 👤 { $value }
talk-language = 🌍 { $value }
talk-paused = 🔕 Não quer mensagens
talk-noted-of-day = 📝 { $name }, { $date }: { $note }
talk-when = 🎂 { $name }: { $date }. { $days ->
    [0] É hoje!
    [one] É amanhã.
   *[other] Faltam { $days } dias.
}
talk-when-unknown = Não sei quando é o aniversário de { $name }. Me diga quando quiser, assim: aniversário 3/5
talk-day = 📅 { $day } · { $occasions }
talk-and-more = mais { $count }
talk-nobody-then = { $days ->
    [one] Nesse dia não há para quem escrever.
   *[other] Nesses dias não há para quem escrever.
}
talk-no-birthdays = { $days ->
    [one] Nesse dia não sei de nenhum aniversário.
   *[other] Nesses dias não sei de nenhum aniversário.
}
btn-mobile = 📱 É celular
btn-fixed = ☎️ É fixo
talk-nobody-known = Não tenho nada anotado sobre isso de ninguém. Quando souber, me conte assim: Teo: joga xadrez
talk-as-note = Guardo “{ $words }” como nota?
talk-newcomer = Não tenho ninguém que se chame “{ $name }”. Adiciono { $name } com isso?
talk-whose = De quem é? Escreva o nome.
talk-forget = Para apagar { $name } é preciso um toque seu:
talk-draft = Um toque e eu escrevo para { $name }. Nada sai sem a sua aprovação.
talk-cannot-hear = Aqui não tenho como ouvir áudios. Me conte por escrito, assim: Juana: se mudou para Córdoba
talk-hearing-failed = Não consegui ouvir esse áudio: não houve resposta a tempo. Tente de novo daqui a pouco, ou escreva.
talk-heard-nothing = Não entendi nada nesse áudio. Pode contar de novo, ou escrever?
talk-too-long-to-hear = Esse áudio é grande demais para mim: no máximo 20 MB. Conte em partes, ou por escrito.
btn-note-of = ➕ Nota de { $name }
btn-add-name = ➕ Adicionar { $name }
undone-told = ↩️ Pronto, voltou a ser como antes.
not-understood-yet = Isso eu não sei ler. Me conte por escrito ou por áudio, assim: Juana: se mudou para Córdoba

## E-mail

by-email = por e-mail
email-subject = Uma mensagem de { $name }
email-say-no = Para não receber mais mensagens, basta responder “{ $words }” a este e-mail.
email-no-thanks = Não, agradeço
failed-mail-refused = Não chegou para { $name }: o servidor de e-mail recusou. Seu texto está guardado; com 🔁 tento de novo.
failed-mail-address = Não chegou para { $name }: o endereço de e-mail não é válido. Seu texto está guardado; corrija e toque em 🔁.
failed-mail-unreachable = Não chegou para { $name }: o servidor de e-mail não respondia. Seu texto está guardado; com 🔁 tento de novo.
failed-mail-login = Não chegou para { $name }: o servidor de e-mail não aceitou sua conta. Seu texto está guardado; confira SMTP_URL e toque em 🔁.
failed-mail-busy = Não chegou para { $name }: o servidor de e-mail pediu para esperar demais. Seu texto está guardado; com 🔁 tento de novo.

## Datas

btn-own-day = ➕ Data minha
btn-off-days = 🔕 Outras datas
btn-on = 🔔 Sim: { $who } · { $count }
btn-off = 🔕 Não: { $who } · { $count }
btn-marked = 🔔 Sim: { $name }
btn-unmarked = ▫️ Não: { $name }
btn-draft-day = 💌 Escrever já
btn-delete-day = 🗑 Apagar a data
command-occasions = O que vem e para quem
occasions-head = 📅 O que vem nos próximos 60 dias, e para quantas pessoas você escreve:
occasions-none = 📅 Nos próximos 60 dias não há data para ninguém. Basta um aniversário ou uma data sua.
occasions-line = { $day } · { $name } · 👥 { $count }
occasions-line-held = { $day } · { $name } · 👥 { $count } · ⏳ { $held }
occasions-personal = { $day } · { $name } · { $names }
occasions-off-head = 🔕 Datas dos próximos 60 dias em que por enquanto você não escreve para ninguém:
occasions-off-none = 🔕 Não há outras datas nos próximos 60 dias.
occasions-off-line = { $day } · { $name }
occasions-shut = 📅 Pronto. Com /occasions você volta quando quiser.
occasion-head = 📅 { $name }
occasion-when = 🗓 { $day }
occasion-note = ⚠️ { $note }
occasion-people = 👥 { $names }
occasion-held-gap = ⏳ { $name }: já recebeu sua mensagem ({ $last }), e entre uma e outra deixamos { $days } dias.
occasion-held-client = ⏳ { $name }: { $count ->
    [one] já recebeu a mensagem do ano
   *[other] já recebeu { $count } mensagens em um ano
} (a última em { $last }), e para um cliente é suficiente.
occasion-held-more = ⏳ E mais { $count } pelo mesmo motivo.
occasion-held-how = Para escrever mesmo assim: /draft { $name }
occasion-switches = Para quem você escreve nesse dia (toque para mudar):
occasion-for-nobody = Por enquanto ninguém recebe mensagem nesse dia. Toque em quem deve receber:
btn-who = 👥 Escolher pessoas
occasion-who = 👥 { $name }: toque em quem recebe a sua mensagem nesse dia, qualquer que seja o vínculo. Assim você também marca quem celebra uma festa da própria fé.
late-head = 🐌 Passaram sem uma palavra sua. Ainda dá tempo: o texto diz que chega tarde, sem rodeios.
btn-year = 🖼 O ano
btn-year-of = 🖼 { $year }
year-own = De uma pessoa
year-shared = Para várias
year-greeted = Feito
year-caption = 🖼 { $year } num relance: { $people ->
    [one] uma pessoa com datas
   *[other] { $people } pessoas com datas
}, { $days ->
    [one] um dia marcado
   *[other] { $days } dias marcados
}. { $greeted ->
    [0] Você ainda não escreveu para ninguém.
    [one] Você já escreveu para uma pessoa.
   *[other] Você já escreveu para { $greeted } pessoas.
}
late-none = 🐌 Na última semana ninguém passou em branco.
late-line = { $day } · { $name } · { $names }
late-unanswered = { $count ->
    [one] ❔ Desse dia há uma mensagem sem confirmar. Conte se ela saiu e seguimos.
   *[other] ❔ Desse dia há { $count } mensagens sem confirmar. Conte quais saíram e seguimos.
}
late-answer-first = ❔ Antes conte quais de { $day } saíram, para ninguém receber duas vezes.
late-writing = 🐌 { $name } foi em { $day }. { $count ->
    [one] Escrevo a mensagem, e ela diz que chega tarde.
   *[other] Escrevo as { $count } mensagens, e elas dizem que chegam tarde.
}
card-late = 🐌 Chega tarde, e o texto diz.
card-early = 🌏 Mostro com antecedência: sai { $day } às { $hour } no seu horário, quando lá são { $there }.
btn-late = 🐌 Atrasadas · { $count }
btn-late-go = 💌 { $name } · 👥 { $count }
btn-late-ask = ❔ Saíram? · { $day }
line-withdrawn = 🔕 { $name } · essa data ficou desligada, então não vai mensagem.
line-forgotten = 🗑 Esta mensagem foi apagada.
line-joined = 💌 { $name } · era a mesma pessoa: fica uma só mensagem.
parted-nobody-linked = 🤝 Alguém aceitou seu convite enquanto { $names } eram um só contato, e não dá para saber quem foi. Por via das dúvidas, pelo bot não envio nada a nenhum dos dois: convide de novo com /invite.
toast-withdrawn = { $count ->
    [one] Retirei uma mensagem que esperava sua decisão. O que você aprovou continua.
   *[other] Retirei { $count } mensagens que esperavam sua decisão. O que você aprovou continua.
}
ask-own-day =
    Que dia, e o que se comemora? Escreva tudo junto, assim:
    15/9 aniversário do clube
    o segundo sábado de outubro, churrasco
    20/9/2027 a mudança

    Com o ano, é uma vez só; sem o ano, todos os anos.
own-kept-fixed = 📅 { $name } · todos os anos
own-kept-nth = 📅 { $name } · todos os anos, nesse dia da semana
own-kept-once = 📅 { $name } · uma vez só
own-without-name = E o que se comemora? Escreva a data e o nome juntos: { $words } aniversário do clube
own-without-day = Em “{ $words }” não vi nenhuma data. Tente assim: 15/9 aniversário do clube
own-ambiguous = “{ $words }” pode ser mais de uma data. Escreva o mês por extenso, com o nome ao lado.
own-impossible = “{ $words }” não existe no calendário. Que dia é? Escreva a data e o nome juntos.
own-past = “{ $words }” já passou. Sem o ano, guardo para todos os anos: 15/9 aniversário do clube
own-delete-confirm = Apago “{ $name }” das suas datas? O que você já aprovou não muda.
toast-own-deleted = Pronto, apaguei “{ $name }”.

## Configurações

command-settings = Idioma, horários, estilo e mais
btn-opt-language = 🌐 Idioma
btn-opt-country = 🏳️ País
btn-opt-zone = 🕰 Fuso horário
btn-here = 📍 Minha localização
btn-send-here = 📍 Mandar localização
btn-elsewhere = 📍 Não estou lá
btn-opt-regions = 🌍 Outra região
btn-opt-prepare = 📝 Preparar
btn-opt-send = ⏰ Hora de envio
btn-opt-quiet = 🌙 Seu descanso
btn-opt-clients = 💼 Clientes
btn-opt-gap = ⏳ Intervalo
btn-opt-pause = ☕ Pausas
btn-opt-talk = 🧩 Conversa
btn-opt-style = ✍️ Seu estilo
btn-opt-signature = 🖋 Assinatura
btn-opt-after = 🌤 O dia seguinte
btn-opt-days = 🎈 Datas
btn-earlier = ◀️ 15 min antes
btn-later-by = ▶️ 15 min depois
btn-yes = 👍 Sim
btn-no = ❌ Não
btn-add-sample = ➕ Mensagens minhas
btn-style-note = ✏️ Como escrevo
btn-drop-samples = 🗑 Apagar mensagens
btn-drop-style = 🗑 Apagar a linha
btn-signature = ✏️ Escrever uma
btn-drop-signature = 🗑 Sem assinatura
btn-signature-of = 🖋 { $who }
toast-kept = Pronto, guardado.
settings-head = ⚙️ Está assim. Toque no que quiser mudar:
settings-shut = ⚙️ Pronto. Com /settings você volta quando quiser.
settings-language = 🌐 Idioma: { $value }
settings-country = 🏳️ País: { $value }{ $area ->
    [none] { "" }
   *[other] { " " }· ☎️ { $area }
}
settings-zone = 🕰 Fuso horário: { $value } (lá são { $hour })
settings-prepare = 📝 Preparo os rascunhos às { $hour } da noite anterior
settings-send = ⏰ As mensagens saem às { $hour } de onde cada pessoa está
settings-quiet = 🌙 Das { $sleeps } às { $wakes } não escrevo para você
settings-gap = ⏳ { $days ->
    [0] Sem mínimo de dias entre mensagens à mesma pessoa
   *[other] Entre mensagens à mesma pessoa, pelo menos { $days } dias
}
settings-clients = 💼 Um cliente recebe sua mensagem { $count ->
    [one] uma vez
   *[other] até { $count } vezes
} por ano
settings-pause = ☕ { $cards ->
    [0] Mostro os cartões sem oferecer pausas
   *[other] Ofereço uma pausa a cada { $cards } cartões
}
settings-talk = 🧩 Conversa: { $on ->
    [yes] entendo com o modelo
    [no] entendo sem o modelo
   *[none] entendo sem modelo, porque não há nenhum
}
settings-style = ✍️ Seu estilo: { $note } · { $samples ->
    [0] sem mensagens suas
    [one] { $samples } mensagem sua
   *[other] { $samples } mensagens suas
}
settings-signature = 🖋 Assinatura: { $value }{ $others ->
    [0] {""}
    [one] {" "}· mais uma para um vínculo
   *[other] {" "}· mais { $others } para outros vínculos
}
settings-after = 🌤 No dia seguinte { $on ->
    [yes] pergunto se há algo para lembrar
   *[no] não pergunto nada
}
settings-days = 🎈 Datas: o Dia do Amigo é { $friends ->
    [mine] o do seu país
    [theirs] o de cada pessoa
   *[both] o seu e o de cada pessoa
}; o 29/2, nos outros anos, é { $leap ->
    [february] 28/2
   *[march] 1/3
}; as idades redondas { $milestones ->
    [yes] aparecem no texto
   *[no] não aparecem no texto
}
settings-ask-language = 🌐 Em que idioma conversamos? Para cada pessoa escrevo no dela, isso não muda.
settings-ask-country = 🏳️ Agora: { $value }. O Dia do Amigo e as outras datas são as do seu país; cada pessoa pode ter o seu.{ $area ->
    [none] { "" }
   *[other] { " " }O seu DDD é { $area }: com ele completo os números que vêm sem.
}
settings-ask-zone = 🕰 Agora: { $value }, onde são { $hour }. Escolha a cidade que tem a mesma hora que você.
settings-ask-here = 📍 Toque na tecla abaixo e o Telegram me diz onde você está. Daí tiro o país e a hora; a localização eu não guardo.
settings-here-not-kept = 📍 Pronto, já sei o seu país e a sua hora. A localização eu não guardei.
settings-here-nowhere = 📍 Não achei nenhum país aí. Nada mudou; em /settings dá para escolher a cidade da lista.
settings-here-left = 📍 A localização fica para outra hora. A lista continua em /settings.
settings-settled = 🏳️ { $country } · 🕰 { $value }, onde são { $hour }. Não é isso? Com ↩️ volta a ser como antes.
settings-ask-region = 🌍 Em que parte do mundo?
region-africa = África
region-america = América
region-antarctica = Antártida
region-arctic = Ártico
region-asia = Ásia
region-atlantic = Atlântico
region-australia = Austrália
region-europe = Europa
region-indian = Índico
region-pacific = Pacífico
settings-ask-prepare = 📝 Agora: { $hour }. A essa hora da noite anterior mostro os rascunhos, um de cada vez. Antes disso não abro nenhum cartão.
settings-ask-send = ⏰ Agora: { $hour }, no horário de cada pessoa. O que já foi aprovado sai na hora que eu disse.
settings-ask-quiet = 🌙 Agora: das { $sleeps } às { $wakes } não escrevo nada por minha conta. Escolha a que horas você acorda e a que horas vai dormir:
settings-wakes = 🌅 Acordo { $hour }
settings-sleeps = 🌙 Durmo { $hour }
settings-ask-gap = ⏳ Quantos dias deixamos entre uma mensagem e outra à mesma pessoa? Aniversários e outras datas de cada um, e o Dia do Amigo, vão sempre.
settings-gap-value = { $count ->
    [0] Sem mínimo
   *[other] { $count } dias
}
settings-ask-clients = 💼 Quantas vezes por ano, no máximo, escrevemos a um cliente? O aniversário sempre vai, e não conta.
settings-clients-value = { $count ->
    [one] Uma vez
   *[other] { $count } vezes
}
settings-ask-pause = ☕ A cada quantos cartões ofereço uma pausa?
settings-pause-value = { $count ->
    [0] Nunca
   *[other] A cada { $count }
}
settings-ask-talk = 🧩 { $on ->
    [yes] Agora: sim. O que você me escreve sem comando eu entendo com o modelo, então esse texto chega a ele. Fica assim?
    [no] Agora: não. O que você me escreve sem comando não chega ao modelo; entendo menos, mas fica aqui. Uso o modelo?
   *[none] Não há nenhum modelo configurado: a conversa eu entendo aqui, sem que nada saia.
}
settings-ask-after = 🌤 { $on ->
    [yes] Agora: sim.
   *[no] Agora: não.
} No dia depois de escrever para várias pessoas, pergunto uma vez se contaram algo que valha lembrar?
settings-ask-days =
    🎈 Três coisas sobre datas:

    💛 Com quem mora em outro país, qual Dia do Amigo festejamos? Na Argentina é em julho; na Colômbia, Amor y Amistad é em setembro. Dá para mudar também na ficha de cada pessoa.
    🐸 Quem nasceu em 29 de fevereiro, nos outros anos, quando a gente dá os parabéns?
    🎂 Se alguém faz 30, 40 ou 50, o rascunho pode dizer?
settings-friends-day = { $choice ->
    [mine] 💛 O meu
    [theirs] 💛 O da pessoa
   *[both] 💛 Os dois
}
settings-leap-day = { $choice ->
    [february] 🐸 Em 28/2
   *[march] 🐸 Em 1/3
}
settings-milestones = { $choice ->
    [yes] 🎂 Pode dizer
   *[no] 🎂 Melhor não
}
settings-ask-style =
    ✍️ Para os rascunhos soarem como você: cole algumas mensagens que você escreveu e, se quiser, conte em uma linha como escreve. O modelo, se houver, lê como exemplo; nunca copia.
settings-style-note = ✏️ { $note }
settings-style-sample = 💬 { $text }
settings-type-sample = Mande uma mensagem sua como escreveria a alguém querido. Pode mandar várias, uma de cada vez; quando terminar, ↩️.
settings-type-style = Conte em uma linha como você escreve, por exemplo: curto, com humor e sem pontos de exclamação.
settings-type-signature = Como você assina? Por exemplo: Um abraço, Marcelo
settings-ask-signature =
    🖋 Agora: { $value }. Fecha os rascunhos que vão por e-mail e os dos clientes; você a vê antes de aprovar. Numa conversa entre amigos não vai nenhuma.
    Se quiser outra para um vínculo, toque nele:
settings-signature-of = 🖋 { $who }: { $value }
settings-ask-signature-of =
    🖋 { $who }: { $value }
    O que você escrever fecha todos esses rascunhos, também os do chat. Se não houver nada, vale a assinatura geral: por e-mail e para clientes.
settings-type-signature-of = 🖋 { $who } · Como você assina? Por exemplo: Atenciosamente, Marcelo Gil

## Ficha

btn-notes = 📝 Notas
btn-story = 🕰 História
btn-shut = ❌ Fechar
btn-card = 👤 Ver ficha
btn-filter = 🔎 Buscar
btn-bare = 📝 Sem notas
btn-longest = 🕰 Há mais tempo
btn-remove = ✖️ Tirar
btn-option = 👍 { $value }
btn-date-birthday = 🎂 Aniversário
btn-date-anniversary = 📅 Bodas
btn-date-name-day = 😇 Onomástico
btn-date-met = 👋 Se conheceram
btn-date-work-anniversary = 💼 O trabalho
btn-date-client-anniversary = 🤝 Juntos
btn-date-other-day = ➕ Outra data
btn-keep-memory = 👍 Guardar tudo
btn-alive = 👍 Foi um engano
btn-lock = 🔒 Tornar privada
btn-open-note = 🔓 Não é privada
btn-pin = 📌 Fixar
btn-unpin = 📌 Soltar
btn-drop = 🗑 Apagar nota
btn-yes-merge = 👍 Sim, juntar
fact-group = grupo
fact-deceased = 🕊 Já não está entre nós. Nenhuma mensagem sai.
fact-place = 🌍 { $value }
fact-tags = 🏷 { $value }
fact-more-notes = … e { $count ->
    [one] mais uma nota
   *[other] mais { $count } notas
}
card-shut = 👤 { $name }
card-below = 👤 { $name } · continua mais abaixo.
edit-what = O que mudamos?
edited = Pronto, ficou assim:
edited-asks = ⚠️ { $count ->
    [one] A mensagem que você já tinha aprovado para { $name } espera: pergunto de novo.
   *[other] As { $count } mensagens que você já tinha aprovado para { $name } esperam: pergunto de novo.
}
field-name = Nome
field-nickname = Apelido
field-form-of-address = Sra., Dr., tia…
field-register = Tu ou você
field-relationship = Vínculo
field-roles = Mãe, professora…
field-dates = 🎂 Datas
field-tags = 🏷 Etiquetas
field-phone = 📱 Telefone
field-username = 💬 Usuário
field-email = ✉️ E-mail
field-language = Idioma
field-country = 🌍 País
field-timezone = Hora local
field-kind = Pessoa ou grupo
field-route = 📮 Por onde vai
field-paused = Mensagens: sim/não
field-deceased = 🕊 Faleceu
field-friends-day = 💛 Dia do Amigo
field-touch = 🌱 Sem motivo
field-merge = Juntar com outro
ask-field-name = Qual é o nome? Escreva do jeito que quer ver. Agora: { $name }
ask-field-nickname = Que apelido você usa para { $name }? Escreva para mim.
ask-field-form-of-address = Como você se dirige a { $name }? Por exemplo: Sra. Rossi, tia Marta.
ask-field-register = Que tratamento você usa com { $name }?
ask-field-relationship = O que { $name } é para você?
ask-field-roles = O que mais { $name } é? Alguns dias são de quem é mãe, professor, médica… Toque no que vale.
ask-field-dates = As datas de { $name }. As que já estão saem com um toque.
ask-field-birthday = Quando { $name } faz aniversário? Por exemplo: 3 de maio, ou 3/5/1980.
ask-field-anniversary = Quando é o aniversário de casamento de { $name }? Por exemplo: 3 de maio, ou 3/5/2010.
ask-field-tags = Que etiqueta colocamos em { $name }? Por exemplo: clube, escola. As que já estão saem com um toque.
ask-field-phone = Qual é o telefone de { $name }? O mais seguro é com o + e o código do país.
ask-field-username = Qual é o usuário de Telegram de { $name }? Por exemplo: @juanap
ask-field-email = Qual é o e-mail de { $name }?
ask-field-language = Em que idioma { $name } lê?
ask-field-country = Em que país { $name } mora? Se não está na lista, escreva para mim.
ask-field-timezone = Que horas são agora onde { $name } está?
ask-field-kind = { $name } é uma pessoa ou um grupo? Para um grupo vai um só texto, para o chat dele.
ask-field-route = Por onde mandamos as mensagens para { $name }?
ask-field-paused = Escrevemos para { $name } nas datas importantes?
ask-field-deceased = Se { $name } já não está entre nós, sinto muito. Nenhuma mensagem sai mais e não aviso mais das datas. O que você me contou fica guardado ou se apaga, como preferir.
ask-field-friends-day = Qual Dia do Amigo festejamos com { $name }: o do seu país, o de lá ou os dois?
ask-field-touch = 🌱 De quanto em quanto tempo escrevemos para { $name } sem motivo nenhum? Escolho dias que não caem junto com os de outras pessoas, e se nesse dia já houver uma mensagem, espero.
ask-field-name-day = Quando é o onomástico de { $name }? Por exemplo: 24 de junho.
ask-field-met = Quando você e { $name } se conheceram? Por exemplo: 3 de maio, ou 3/5/2010.
ask-field-work-anniversary = Desde quando { $name } trabalha lá? Por exemplo: 3 de maio, ou 3/5/2010.
ask-field-client-anniversary = Desde quando você e { $name } trabalham juntos? Por exemplo: 3 de maio, ou 3/5/2010.
ask-field-other-day = O que se festeja com { $name }, e quando? Tudo junto, por exemplo: 3/5 a formatura
touch-never = Nunca
touch-every = { $months ->
    [one] Todo mês
   *[other] A cada { $months } meses
}
as-with-everybody = Como com todos
ask-field-merge = Quem é a mesma pessoa que { $name }?
kind-person = uma pessoa
kind-group = um grupo
choice-greetings = sim, nas datas importantes
choice-no-greetings = não quer mensagens
notes-head = 📝 O que sei de { $name }. Toque numa nota para mudá-la.
notes-none = De { $name } ainda não sei nada.
ask-note-text =
    Escreva a nota como quer que fique. Agora diz:

    { $note }
merge-confirm = { $other } e { $name } são a mesma pessoa? Fica { $name }, com as notas, as datas e as mensagens das duas fichas (notas: { $notes }). O que não coincide fica numa nota 🔒.
story-head = 🕰 { $name }: { $count ->
    [one] uma mensagem
   *[other] { $count } mensagens
}
story-none = 🕰 { $name }: ainda não houve mensagens.
story-day = 📅 { $day } de { $year }
story-left = ☑️ saiu às { $hour }, { $channel }
story-heard = { $day }, { $hour } · 💬 { $name }
story-answered = { $day }, { $hour } · ↪️ sua resposta
story-media = { $kind ->
    [voice] 🎙 Mensagem de voz
    [video_note] 🎙 Mensagem de vídeo
    [video] 🎬 Vídeo
    [photo] 📷 Foto
    [sticker] 🤗 Figurinha
   *[other] 📎 Anexo
}
story-paused = ⏸ Não quer mensagens: não escrevo em nenhuma data. Isso muda em ✏️.
story-deceased = 🕊 Já não está entre nós: nada mais é enviado e não aviso mais das datas.
story-acquaintance = 👋 Para quem você mal conhece, ou ainda não é cliente, só escrevo nas datas da pessoa. Em /occasions dá para ligar outro dia.
story-planned = ✍️ por escrever
story-drafting = ✍️ sendo escrita
story-ready = 💌 espera sua decisão
story-needs-memory = ➕ falta uma lembrança
story-snoozed = 🕘 para depois
story-approved = ✅ aprovada
story-stale = ⚠️ algo mudou: pergunto de novo
story-sending = 🚀 saindo
story-handed-off = 📲 nas suas mãos
story-call = 📞 para ligar
story-sent = ☑️ enviada
story-skipped = ⏭ você deixou passar
story-failed = ✖️ não saiu
story-unknown = ❔ não sei se chegou
story-expired = 🗓 o dia passou
typed-no-country = Não conheço um país “{ $words }”. Escreva de novo, por exemplo: Portugal.
typed-no-username = “{ $words }” não parece um usuário de Telegram. É como @juanap. Qual é?
typed-no-email = “{ $words }” não parece um e-mail. Qual é?
typed-no-tag = Em “{ $words }” não vi nenhuma etiqueta. Por exemplo: clube.
typed-area-code = Falta o DDD em “{ $words }”. Escreva o número inteiro.
typed-no-phone = “{ $words }” não parece um telefone. Escreva com o + e o código do país.
typed-is-mobile = “{ $words }” é celular ou fixo?
typed-which-date = “{ $words }” pode ser duas datas. Qual é?
typed-impossible-date = “{ $words }” não é um dia possível. Qual é?
typed-no-date = Não entendi a data “{ $words }”. Por exemplo: 3 de maio.
typed-no-other-day = Em “{ $words }” não vi nenhuma data. Tente assim: 3/5 a formatura
typed-other-day-without-name = E o que se festeja? Escreva a data e o nome juntos: { $words } a formatura
list-nobody-so = Aí não há ninguém.
filter-how = 🔎 Escreva /contacts e umas letras do nome, ou toque:
forget-all-word = APAGAR TUDO
forget-all-confirm =
    🗑 Apago tudo? Não tem volta. Vai sua gente (contatos: { $contacts }) com notas e datas, as mensagens ({ $greetings }), suas configurações e a chave com que tudo estava criptografado.

    Se quiser levar uma cópia, antes me mande /export. Para apagar, escreva: { $word }
forget-all-kept = Não era isso, então não apaguei nada. Se quiser mesmo, comece de novo com /forget tudo.
forgotten-all = 🗑 Pronto. De você e da sua gente não sobra nada aqui. Tudo de bom! Para recomeçar: /start { $code }

## Lembranças

btn-tell-now = ➕ Contar
btn-tomorrow = 🕘 Amanhã
btn-not-greet = ⏭ Desta vez não
btn-not-again = 🔕 Não perguntar mais
memory-why = 📅 { $occasion }, { $day }: tenho o que escrever para { $known } de { $total } pessoas.
memory-question = De { $name } ainda não sei nada. Qual foi a última coisa que vocês fizeram juntos?
memory-tomorrow = 🕘 Certo, amanhã pergunto de { $name }.
memory-after-all = ↩️ Pronto, { $name } volta para a lista.
day-after = 🌤 Ontem você escreveu para { $count ->
    [one] { $count } pessoa
   *[other] { $count } pessoas
}, para cada uma algo só dela. Alguém contou algo novo para não esquecer?
day-after-off = 🌤 Certo, no dia seguinte não pergunto mais. Em /settings você liga de novo.

## Primeiros passos

btn-import = 📇 Minha agenda
btn-export = 📦 Levar tudo
btn-note = 📝 Contar algo
btn-days = 📅 Datas
btn-unsettled = ❔ Pendentes
btn-status = 📊 Como está
btn-settings = ⚙️ Configurações
btn-privacy = 🔒 Privacidade
btn-speak = 🌐 Em português
btn-show-me = 👀 Quero ver
btn-not-now = ➡️ Agora não
hint-first-look = Quer ver como eu escreveria para { $name }? É só um rascunho: nada sai.
hint-skipped = ➡️ Certo. Quando quiser: /draft
hint-days = 📅 Já são várias pessoas. Aqui você vê que datas vêm e para quem; as que não quiser, desliga.
hint-lock = 🔒 Se for útil: uma nota que começa com 🔒 nunca sai daqui, nem para o modelo.

## Ida e volta

btn-voice = 🎙 Com minha voz
btn-share = 📲 Escolher aqui
btn-once-more = 🔁 Outra vez
btn-rather-write = ↩️ Melhor escrever
ask-voice = Me mande uma mensagem de voz, um vídeo ou uma foto para { $name }, e essa é a mensagem que vai.
voice-too-long = Esse texto é longo demais para ir embaixo. Me mande de novo com um mais curto.
card-media = { $kind ->
    [voice] 🎙 Mensagem de voz
    [video_note] 🎙 Videomensagem
    [video] 🎙 Vídeo
    [photo] 🎙 Foto
   *[audio] 🎙 Áudio
}
ronda-opens = { $happy ->
    [friends] Feliz Dia do Amigo, { $name }!
   *[other] Olá, { $name }.
} { $bot ->
    [0] Hoje saem { $total } { $account ->
        [whatsapp] do seu WhatsApp
       *[own] da sua conta
    }.
   *[other] Hoje saem { $total }: { $bot ->
        [one] uma eu mando
       *[other] { $bot } eu mando
    } e { $hand ->
        [one] uma vai
       *[other] { $hand } vão
    } { $account ->
        [whatsapp] do seu WhatsApp
       *[own] da sua conta
    }.
} Um toque para abrir, outro para me contar que saiu.
ronda-media = 🎙 É o que você gravou, aqui em cima. Abra a conversa com 📲 e encaminhe.
evening-left = { $count ->
    [one] E falta abrir uma.
   *[other] E falta abrir { $count }.
}
notice-call = 📞 Falta ligar para { $name } · { $phone }
notice-no-mail = ✉️ Não consigo mais enviar e-mails. { $count ->
    [one] A mensagem para { $names } não sai: pergunto de novo, para que vá por outro caminho.
   *[other] As mensagens para { $names } não saem: pergunto de novo, para que vão por outro caminho.
}
notice-lost = { $name } não recebe mais pelo bot: bloqueou ou fechou a conta. { $asking ->
    [0] De agora em diante, as mensagens saem da sua conta.
    [one] A mensagem que você tinha aprovado não sai: pergunto de novo.
   *[other] As { $asking } mensagens que você tinha aprovado não saem: pergunto de novo.
}
incoming-media = 💬 { $name }:
incoming-edited = ✏️ { $name } corrigiu: { $words }
incoming-reaction = { $emoji } { $name }, para o que você mandou.
relay-confirm-media = Mando para { $name }?
relay-too-long = É longo demais para uma só mensagem a { $name }. Mande em partes.
guest-help = Por este chat chegam as mensagens de { $owner }, e o que se escrever aqui chega a { $owner }. Com /stop não chega mais nada; com /forgetme se apaga tudo.
forgetme-confirm =
    Será apagado tudo o que { $owner } guarda: nome, endereços, notas, mensagens e o que se falou neste chat. Aviso a { $owner } que foi um pedido.

    Não tem volta. Apago?
forgotten-you = 🗑 Pronto: aqui não fica nada guardado. As mensagens deste chat se apagam no telefone.
told-forgotten = 🗑 { $name } pediu para apagar tudo, e apaguei: notas, datas, endereços e mensagens. Não está mais entre a sua gente.
nobodys-guest = Aqui ninguém manda mensagens para você, então não há nada para parar. Para apagar alguém da sua gente: /forget

## Agenda

btn-import-all = 👍 Adicionar { $count }
btn-import-birthday = 🎂 Aniversários: { $count }
btn-import-letters = 🔤 Por letra
btn-import-doubtful = ➕ Duvidosos: { $count }
btn-import-more = ➕ Adicionar mais
btn-import-none = ❌ Nenhum
command-import = Trazer sua agenda
command-export = Levar tudo
import-how =
    📇 Me mande sua agenda como arquivo, aqui mesmo:

    · iPhone, Android e Google exportam um .vcf.
    · Google e Outlook também dão um .csv; serve qualquer planilha salva como CSV.
    · Um arquivo .json de /export traz tudo de volta.
    · Um calendário .ics traz os aniversários e as datas de todos os anos.

    Primeiro mostro o que tem, e você escolhe quem adicionar.
import-found = 📇 { $count ->
    [one] Encontrei uma ficha:
   *[other] Encontrei { $count } fichas:
}
import-new = ➕ Novos: { $count } ({ $names })
import-known = 👥 Já tinha: { $count } ({ $names })
import-doubtful = ❔ Duvidosos, mesmo nome de alguém mas outros dados: { $count } ({ $names })
import-completes = ✏️ Já tinha, mas aqui há dados que me faltam: { $count } ({ $names })
import-groups = 🏷 Que grupo entra? Um toque traz o grupo inteiro.
import-progress = ⏳ Adicionando… { $bar } { $done }/{ $total }
import-completed = ✏️ { $count ->
    [one] Completei uma pessoa com o que faltava.
   *[other] Completei { $count } pessoas com o que faltava.
}
import-mobiles = 📱 { $count ->
    [one] Um número pode ser celular ou fixo.
   *[other] { $count } números podem ser celulares ou fixos.
} O WhatsApp só funciona com celulares.
btn-import-completes = ✏️ Completar: { $count }
btn-import-groups = 🏷 Por grupo
btn-import-mobiles = 📱 São celulares: { $count }
btn-pick-people = 👥 Do Telegram
import-pick = 👥 Toque no botão abaixo e escolha até dez pessoas do seu Telegram. Depois mostro quem vou adicionar.
import-skipped-nameless = ⏭ Sem nome: { $count } ({ $names })
import-skipped-broken = ⏭ Cortadas ou ilegíveis: { $count } ({ $names })
import-skipped-formula = ⏭ Fórmulas no lugar de nomes: { $count } ({ $names })
import-unread = 🔒 { $count ->
    [one] Um dado não pôde ser lido: fica como nota privada ({ $names }).
   *[other] { $count } dados não puderam ser lidos: ficam como notas privadas ({ $names }).
}
import-odd-settings = ⚙️ Alguns ajustes do arquivo não dá para entender ({ $names }): esses ficam como estão. Você muda em /settings e, as datas, em /occasions.
import-local = ☎️ { $count ->
    [one] Falta o DDD em um número (“{ $example }”). Qual é o seu? Sem ele, fica como nota privada.
   *[other] Falta o DDD em { $count } números (“{ $example }”). Qual é o seu? Sem ele, ficam como notas privadas.
}
import-area-done = ☎️ { $count ->
    [0] Anotei o { $code }, mas aqui ele não completa nenhum número. Se for outro, toque em ☎️; se não, ficam como notas privadas.
    [one] Com o { $code } completei um número. Vou lembrar dele.
   *[other] Com o { $code } completei { $count } números. Vou lembrar dele.
}
btn-import-each = 👥 Um por um
import-each-mobile = 📱 Toque nos que são celulares: ☎️ é fixo, 📱 celular.
btn-area-mine = ☎️ Meu DDD
btn-area-other = ☎️ Outro
btn-drop-area = 🗑 Esquecer o { $code }
area-ask = ☎️ Qual é o seu DDD, o código que vai antes dos números da sua região? Por exemplo: 11, 21 ou 51.
area-no-code = Não conheço o DDD “{ $words }”. Mande só esses números, sem o resto do telefone: 11, 21, 51…
area-kept = ☎️ Anotado: { $code }. Com ele completo os números que vierem sem DDD.
import-whom = Quem adicionamos? Ninguém precisa da agenda inteira: os outros você adiciona quando quiser.
import-nobody = Não há ninguém novo para adicionar. Nada mudou.
import-letters = 🔤 Toque nas letras de quem quer adicionar.
import-none = Pronto, não adicionei ninguém.
btn-ics-all = 👍 Trazer tudo: { $count }
btn-calendar = 🗓 Calendário
ics-found = 🗓 Nesse calendário há:
ics-known = 🎂 { $count ->
    [one] Um aniversário da sua gente: { $names }
   *[other] { $count } aniversários da sua gente: { $names }
}
ics-newcomers = ➕ { $count ->
    [one] Uma pessoa que eu não tinha: { $names }
   *[other] { $count } pessoas que eu não tinha: { $names }
}
ics-yearly = 📅 { $count ->
    [one] Uma data de todos os anos: { $names }
   *[other] { $count } datas de todos os anos: { $names }
}
ics-unclear = ❔ Têm o mesmo nome de várias pessoas, então não mexo: { $names }
ics-differs = ❔ { $name }: eu tenho { $mine } e o arquivo diz { $theirs }. Fico com a que tenho; se estiver errada, mude na ficha.
ics-present = 👥 { $count ->
    [one] Uma eu já tinha.
   *[other] { $count } eu já tinha.
}
ics-left-out = ⏭ { $count ->
    [one] Um evento que não é de todos os anos: não trago.
   *[other] { $count } eventos que não são de todos os anos: não trago.
}
ics-what = O que trago?
ics-nothing = Não há nada novo para trazer. Nada mudou.
ics-done = ✔️ { $birthdays ->
    [0] Não havia nada para trazer.
    [one] Trouxe um aniversário.
   *[other] Trouxe { $birthdays } aniversários.
}
ics-done-days = ✔️ Aniversários: { $birthdays }. Datas de todos os anos: { $days }. Essas datas ainda não são para ninguém: em 📅 você escolhe para quem escreve.
ics-undone = ↩️ Ficou como antes de trazer esse calendário.
ics-export = 🗓 Seu calendário, para Google, Apple ou qualquer outro. Aniversários, suas datas e os dias da sua gente no próximo ano: { $count }.
ics-empty = Ainda não há datas para um calendário. Basta uma pessoa com seu aniversário.
ics-birthday = Aniversário de { $name }
ics-date = { $what } · { $name }
ics-touch = Sem motivo · { $name }
import-working = ⏳ { $count ->
    [one] Adicionando uma pessoa…
   *[other] Adicionando { $count } pessoas…
}
import-done = ✔️ { $count ->
    [one] Adicionei uma pessoa.
   *[other] Adicionei { $count } pessoas.
}
import-done-acquaintances = ✔️ { $count ->
    [one] Adicionei uma pessoa.
   *[other] Adicionei { $count } pessoas.
} Ficam como conhecidos: diga na ficha quem é amigo, família ou cliente.
import-undone = ↩️ { $count ->
    [one] Pronto, tirei a pessoa que tinha adicionado.
   *[other] Pronto, tirei as { $count } pessoas que tinha adicionado.
}
import-bad-empty = Esse arquivo está vazio. Exporte a agenda de novo e me mande.
import-bad-zip = É um arquivo compactado. Abra e me mande o .vcf ou o .csv que está dentro.
import-bad-excel = É uma planilha do Excel. Salve como CSV e me mande.
import-bad-unknown = Não encontrei contatos nesse arquivo. Leio agendas .vcf, planilhas .csv, calendários .ics e o .json de /export.
import-bad-no-name-column = Nessa planilha não encontrei uma coluna com os nomes. Ponha “Nome” em cima da coluna e mande de novo.
import-bad-too-many = São mais de 10.000 fichas: é demais de uma vez. Exporte só um grupo ou etiqueta e me mande.
import-bad-too-big = Passa de 20 MB e o Telegram não me deixa baixar. Exporte a agenda sem fotos, ou em partes.
import-bad-not-abrazo = Esse .json não é do Abrazo. Leio o que /export dá, agendas .vcf e planilhas .csv.
import-bad-newer = Um Abrazo mais novo fez esse arquivo. Atualize este e mande de novo.
import-bad-download = Não consegui baixar o arquivo do Telegram. Nada mudou: mande outra vez.
export-json = 📦 Tudo o que é seu: { $count ->
    [one] uma pessoa
   *[other] { $count } pessoas
} com notas (também as 🔒), datas e mensagens. Guarde bem: não está criptografado. Com /import volta tudo.
export-vcard = 📇 O mesmo como agenda, para o telefone ou Google, sem as notas 🔒: { $count }
export-empty = Ainda não há nada para levar.
