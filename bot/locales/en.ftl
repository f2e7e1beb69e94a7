## Days

day-today = today
day-tomorrow = tomorrow

## Buttons: the emoji at the beginning is fixed in every language

btn-approve = ✅ { $n }
btn-others = 🔄 Others
btn-wish-shorter = 🔄 Shorter
btn-wish-funnier = 🔄 Funnier
btn-wish-formal = 🔄 More formal
btn-wish-memory = 🔄 Another memory
btn-drafts-before = ↩️ The ones before
btn-edit = ✏️ Edit
btn-write = ✏️ I'll write it
btn-skip = ⏭ Skip
btn-call = 📞 I'll call
btn-called = ☑️ I called
btn-later = 🕘 Later
btn-send-now = 🚀 Now
btn-route = 📮 Another way
btn-send = 🚀 Send
btn-undo = ↩️ Undo
btn-back = ↩️ Back
btn-tell = ➕ Tell me
btn-open = 📲 { $app ->
    [whatsapp] WhatsApp
   *[other] Telegram
}
btn-pick = 📲 Pick on { $app ->
    [whatsapp] WhatsApp
   *[other] Telegram
}
btn-open-n = 📲 { $n } on { $app ->
    [whatsapp] WhatsApp
   *[other] Telegram
}
btn-copy = 📋 Copy
btn-copy-n = 📋 Copy { $n }
btn-i-sent = ☑️ Done
btn-i-sent-n = ☑️ I sent { $n }
btn-i-sent-name = ☑️ { $name }
btn-all-sent = ☑️ All sent
btn-arrived = ☑️ It arrived
btn-again = 🔁 Send again
btn-add = ➕ Add someone
btn-add-note = ➕ Add a note
btn-as-note = ➕ Keep as a note
btn-same = 👍 Same person
btn-another = ➕ Someone else
btn-accept = 👍 Yes, please
btn-refuse = ❌ No, thanks
btn-close = ❌ Cancel
btn-delete = 🗑 Delete it all
btn-delete-one = 🗑 Delete { $name }
btn-forget = 🗑 Forget
btn-invite = 📨 Invite
btn-draft = 💌 Write to them
btn-list = 👥 My people
btn-review = 💌 Review greetings
btn-how = How does it work?
btn-go-on = ▶️ Go on
btn-pause = 🕘 Later
btn-previous = ◀️ Previous
btn-next = ▶️ Next

## Welcome and help

welcome =
    Hi, { $name }. I'm Abrazo: I keep what you tell me about your people and, when their day comes, I help you write each of them something of their own.

    Nothing goes out unless you approve it.

    Shall we try with someone you care about? Write to me, for example:
    /add Juana, friend, loves jasmine tea, birthday May 3

    🕰 For now: { $country }, where it is { $hour }.
welcome-back = Hi again, { $name }. What shall we do?
demo-welcome =
    Hi, { $name }. I'm Abrazo: I keep what you tell me about your people and, when their day comes, I help you write each of them something of their own. Nothing goes out unless you approve it.

    In this demo I already know { $people } made-up people.{ $model ->
        [yes] {""}
       *[no] {" "}🧩 There is no model here: I put the drafts together myself, and each one says “without a model”. With OPENAI_API_KEY or OPENAI_BASE_URL yours writes them.
    }

    👉 To begin, press the button above that jumps to the eve of Día del Amigo, Friend's Day: I'll show you the first greeting, and you decide.
help =
    What you can ask me:

    ➕ Add someone: /add Juana, friend, loves jasmine tea, birthday May 3
    📝 Tell me something: /note Juana: moved to Córdoba
    👥 See your people: /contacts
    💌 Write right now: /draft Juana
    ✅ Review what's waiting: /review
    📅 See what's coming and for whom: /occasions
    📨 Greet someone through the bot: /invite Juana
    📊 See how it's going: /status
    ⚙️ Change hours, language or style: /settings
    📇 Bring your address book: /import
    📦 Take everything with you: /export
    🗑 Delete someone: /forget Juana (everything: /forget all)
    🔒 What I keep and what I don't: /privacy

    The evening before each date I show you the drafts, one at a time. Only what you approve goes out.
privacy =
    🔒 What you tell me stays on this machine, encrypted.
    { $model ->
        [yes] To write, the model gets the bare minimum: the first name or nickname, how you address them, the language, the notes that aren't private, what you wrote to them before and, if you gave any, your own texts as examples. Also, when I don't understand something you tell me, that sentence; and your voice notes, to turn them into text. You can switch that off in /settings.

        Their surname (what comes after the first name), phone numbers and addresses are not passed on. What stands inside a note or that sentence I take out where I recognize it (“Dr. G.”, “Laura F.”). “At Gómez's” or “845 Broadway” I don't recognize: that's what 🔒 is for.
       *[no] No model is set up: nothing leaves this machine.
    }

    A note that starts with 🔒 never goes out. /forget deletes everything about a person.
cancelled = OK, we'll leave it there. Nothing changed.
nothing-to-cancel = Nothing was left half done. /help shows you what I can do.
unknown-command = I don't know { $command }. /help shows you everything I can do.
mistyped-command = I don't know { $command }. Did you mean { $meant }? /help shows you everything I can do.
edited-message = I saw you edited a message. I don't pick up edits by myself: send it again and I'll take it in.
closed = OK, nothing changed.
sorry = Something went wrong on my side and I didn't get it done. What was saved is still there. Try again; if it keeps happening, /status shows you how things are.
contacts-full = I didn't save that: on this bot each of you can keep up to { $bound } people. Make room with /forget and a name, or in /contacts, and tell me again.
stranger = Hi. I'm a private bot and only work for the person who set me up. To receive greetings you need a valid invitation. All the best!

command-add = Add someone
command-note = Tell me something about someone
command-contacts = Your people
command-draft = Write greetings now
command-review = Review the drafts
command-invite = Invite someone to receive through the bot
command-forget = Delete someone
command-status = How it's going
command-help = What I can do
command-privacy = What I keep and what I don't
guest-command-stop = Receive nothing more here
guest-command-forgetme = Delete all that is kept
guest-command-help = What this is about
profile-about = Tell me about your people: on birthdays and other days I help you write each of them something of their own.
profile-description =
    I keep what you tell me about your people and, when their day comes, suggest a different greeting for each of them. You see them one at a time. Only what you approve goes out, from your own account wherever possible.

    If somebody invited you: a greeting may reach you here, if you like. You can end it at any time.

toast-old = That button no longer works. /review shows you what's waiting.
toast-gone = That's no longer here.
toast-moved-on = That has changed since. /review shows you where it stands.
toast-undone-before = You had already undone that.
toast-being-sent = 🚀 A greeting is leaving for that person right now. I changed nothing: try again in a minute.
toast-now-planned = I'm writing other drafts.
toast-now-drafting = I'm writing other drafts.
toast-now-ready = The card has changed: look at the latest one.
toast-now-needs-memory = The card has changed: look at the latest one.
toast-now-snoozed = It's been left for later.
toast-now-approved = Already approved.
toast-now-stale = Something changed: I'm asking you again.
toast-now-sending = It's going out right now.
toast-now-handed-off = I've already handed it to you to send.
toast-now-call = It's down as a call.
toast-now-sent = Already sent.
toast-now-skipped = You had already skipped it.
toast-now-failed = It couldn't go out. If it was in the last few days, tap ❔ in /status to see why.
toast-now-unknown = I don't know if it arrived. Tap ❔ in /status and tell me.
toast-now-expired = That day is over.

## People

relationship-friend = friend
relationship-family = family
relationship-partner = partner
relationship-colleague = from work
relationship-client = client
relationship-acquaintance = acquaintance
addressed-vos = with “vos”
addressed-tu-es = with “tú”
addressed-usted = with “usted”
addressed-tu = with “tu”
addressed-lei = with “Lei”
addressed-voce = with “você”
addressed-you = in English
fact-name = 👤 { $name } · { $about }
fact-birthday = 🎂 { $when }
date-next = { $when } · next on { $date }
fact-date = 📅 { $name }: { $when }
fact-phone = 📱 { $value }
fact-username = 💬 { $value }
fact-email = ✉️ { $value }
fact-linked = 🤝 Receives through the bot
fact-route = 📮 Greetings go: { $route }
fact-paused = wants no greetings
fact-touch = 🌱 { $value }, just because
date-anniversary = Anniversary
date-name-day = Name day
date-met = The day you met
date-client-anniversary = Working together since
date-work-anniversary = Work anniversary

kept = Got it:
kept-no-notes = Tell me something about { $name } whenever you like: one detail of theirs makes the greeting theirs alone.
ask-whom = Who shall we add? Write the name and what you know, separated by commas: Juana, friend, loves jasmine tea, birthday May 3
already-known = I already have { $name }. If it's the same person, I'll add what is new.
parse-empty-name = I didn't see a name. Write the name first: Juana, friend, loves tea.
parse-name-without-letters = That name has no letters. What are they called?
parse-name-too-long = That name is very long. Write just the name, a comma, and then the rest.
parse-text-too-long = That's a very long message. Send it in parts and I'll keep it all.
parse-empty-note = The note came in empty. Try: /note Juana: moved to Córdoba
doubt-ambiguous-date = ⚠️ “{ $words }” could be two dates. I kept the rest. Tell me with the month spelled out.
doubt-which-date = ⚠️ “{ $words }” is a date, but I don't know what for. I kept the rest.
doubt-unclear-date = ⚠️ I couldn't read the date “{ $words }”. I kept the rest.
doubt-impossible-date = ⚠️ I couldn't read “{ $words }”: that day doesn't exist. I kept the rest. Which day is it?
doubt-year-dropped = ⚠️ The year in “{ $words }” doesn't add up: I kept the day and the month.
doubt-is-mobile = ⚠️ Is “{ $words }” a mobile or a landline? WhatsApp needs to know.
doubt-area-code = ⚠️ “{ $words }” is missing the area code. I kept the rest.
doubt-unusual-phone = ⚠️ “{ $words }” doesn't look like a phone number from here. If it is one, send it with + and the country code.
doubt-not-a-phone = ⚠️ “{ $words }” doesn't look like a phone number. I kept the rest.
doubt-whose-family = ⚠️ “{ $words }”: is that your family or someone else's? I kept it as a note.
doubt-name-boundary = ⚠️ I'm not sure where the name ends in “{ $words }”. If I got it wrong, undo and put a comma after the name.
doubt-former = ⚠️ “{ $words }” is from before: I kept it as a note.
doubt-not-yet-client = ⚠️ “{ $words }”: not a client yet, so no client greetings. I kept it as a note.
doubt-second-value = ⚠️ I already had one of those: “{ $words }” is kept as a note.
doubt-other = ⚠️ I didn't quite get “{ $words }”. I kept the rest.

ask-note = Who is it about, and what should I remember? Like this: Juana: moved to Córdoba
ask-note-for = What should I remember about { $name }?
note-how = Tell me who it's about and what happened, like this: /note Juana: moved to Córdoba
note-for-whom = “{ $note }”: who is it about?
note-about-whom = Who is the note about?
noted = 📝 { $name }: { $note }
noted-private = 🔒 { $name }: { $note }. This never leaves this machine.
nobody-called = I don't have anyone called “{ $name }”.
undone-contact = ↩️ Done, as if you had never added them.
undone-note = ↩️ Done, I deleted that note.

list-head = 👥 { $count ->
    [one] One person
   *[other] { $count } people
} · page { $page } of { $pages }
list-empty = There's nobody here yet. Shall we start with someone you care about?

forget-how = Who should I delete? Like this: /forget Juana
forget-whom = Who do you want to delete?
forget-confirm =
    Delete { $name } and everything about them? There's no way back.

    Notes: { $notes } · dates: { $dates } · greetings: { $greetings }
forgotten = 🗑 Done. Nothing is left of { $name }.

## Invitation and consent

invite-how = Who shall we invite? Like this: /invite Juana
invite-whom = Who shall we invite?
invitation =
    Pass this link to { $name }. It works once, for 30 days:
    { $link }

    Whoever opens it reads that the invitation is yours, and can accept or not. I'll tell you what they answer.
invitation-qr = The same link, to show { $name } on your screen.
consent =
    Hi, { $name }. { $owner } would like to send you a greeting here on days like your birthday or Friend's Day.

    { $owner } chooses every message. Your replies go to { $owner }; nobody else reads them. Send /stop whenever you want it to end, and /forgetme to have everything deleted.

    Is that OK with you?
consent-yes = Thank you! Greetings from { $owner } will reach you here. Send /stop whenever you want it to end.
consent-no = All right, you won't get any greetings here. All the best!
told-consent-yes = 🤝 { $name } said yes: their greetings will reach them through the bot.
told-consent-no = { $name } would rather not receive through the bot. Their greetings go out from your own account, as always.
stopped = Done: you won't get anything more here. To come back, /start. /forgetme also deletes what is kept.
notice-stopped = { $name } asked not to receive any more through the bot. { $asking ->
    [0] From now on, their greetings go out from your own account.
    [one] The greeting you had approved won't go out: I'm asking you again.
   *[other] The { $asking } greetings you had approved won't go out: I'm asking you again.
}
incoming = 💬 { $name }: { $words }
something-else = (sent something that isn't text)
relay-confirm =
    Shall I send this to { $name }?

    { $words }
relay-sent = ☑️ It reached { $name }.
relay-failed = It didn't reach { $name }, who no longer receives through the bot. Write from your own account.
relay-unlinked = { $name } no longer receives through the bot, so that was not sent. Write from your own account.
relay-unknown = It may have reached { $name }, or it may not: the connection dropped just as it went out. I won't send it again, to be safe.
relay-dropped = OK, it won't go out.

## Cards

card-head = 💌 { $position } of { $total } · { $name } · { $occasion }, { $day }
card-rests-on = Rests on: { $notes }
card-without-model = 📝 Draft without a model: read it with extra care.
card-model-failed = { $how ->
    [refused] 📝 Draft without a model (it refused to write this): read it with extra care.
    [garbled] 📝 Draft without a model (it only answered in part): read it with extra care.
   *[silent] 📝 Draft without a model (it isn't answering): read it with extra care.
}
unknown-people = I know nothing yet about { $names }, and a chain message would be worse than none. Tell me about anyone, like this: { $first }: we went to Dover together. Or tap a name to write it yourself, call, or let it pass.
btn-tell-about = ➕ { $name }
card-model-broke-rules = 📝 Draft without a model (what it wrote wouldn't do): read it with extra care.
card-model-spent = 📝 Draft without a model (today's share is used up): read it with extra care.
card-stale = ⚠️ Something about { $name } changed since you approved it. Is it still right?
card-needs-more = From what I know of { $name } nothing came out that only they could get. What did you last do together?
card-needs-memory = I have nothing that is { $name }'s own, and no greeting is better than a chain message. What was the last thing you shared?
card-only-one = For { $name } only one good text came out, and a choice takes two. Tell me something more and I'll write another, or make it yours with ✏️:
card-refused = I'm not showing you any draft for { $name }: what came out { $reasons }.
remark-wrong-register = ⚠️ Check the form of address: { $words }
remark-invented = ⚠️ This isn't in your notes: { $words }
remark-artifact = ⚠️ It is long for a greeting: over 600 characters.
remark-wrong-person = ⚠️ Is it for somebody else? It says { $words }.
remark-duplicate = ⚠️ It is much like another greeting of this day, or an earlier one.
problem-generic = had nothing of their own
problem-duplicate = was too much like another greeting
problem-sensitive = touched on a delicate subject
problem-reveals-source = showed your notes
problem-selling = asked for something or sold something
problem-wrong-person = named someone else
problem-invented = made something up
problem-wrong-language = was in another language
problem-wrong-register = used another form of address
problem-artifact = was badly written
by-bot = through the bot
by-whatsapp = on WhatsApp
ask-route = How shall it reach { $name }? From now on, always that way.
route-bot = Through the bot
route-whatsapp = WhatsApp
route-telegram = Telegram
route-email = E-mail
route-pick = I pick the chat
route-copy = I paste it
by-telegram = on Telegram
by-call = by phone
by-copy = you paste it
by-yourself = from your own account

line-approved = ✅ { $name } · { $day } at { $hour }, { $channel }
line-approved-soon = ✅ { $name } · going out in a moment, { $channel }
line-sending-now = 🚀 { $name } · going out now.
line-skipped = ⏭ { $name } · skipped this time.
line-snoozed = 🕘 { $name } · I'll show it to you in a while.
line-call = 📞 { $name } · yours to call.
line-sent = ☑️ { $name } · done.
line-again = 🔁 { $name } · going out again.
line-below = 💌 { $name } · further down.

review-pause = That's { $done } so far. { $waiting ->
    [one] One to go.
   *[other] { $waiting } to go.
} Shall we go on, or take a break?
paused = 🕘 Let's stop here. Nothing is lost: whenever you like, /review.
review-done = All done, nothing left to decide.
summary-approved = ✅ { $when }, { $channel }: { $names }
summary-when = { $day } at { $hour }
summary-later = 🕘 For later: { $names }
summary-by-hand = Those from your own account I hand you at that hour, one at a time.
summary-whom = Which one do you want to see again? The rest stays as it is.
btn-change-one = ↩️ Change something
btn-take-back = ↩️ { $name }
btn-back-to = ↩️ Back to { $name }
nothing-waits = Nothing is waiting. I'll let you know the evening before each date; to write right now: /draft
still-writing = I'm writing { $count ->
    [one] one greeting
   *[other] { $count } greetings
}. As soon as the first is ready, I'll show it to you.
progress = I'm writing { $total } greetings. { $bar } { $done }/{ $total }
progress-done = The drafts are ready. { $bar } { $done }/{ $total }
drafting-one = Writing… I'll show it to you in a moment.
writing-others = 🔄 Looking for other words for { $name }…
writing-so = 🔄 Looking for other words for { $name }: { $wish }…
wish-shorter = shorter
wish-funnier = funnier
wish-formal = more formal
wish-memory = about another memory
draft-whom = Who shall we write to?
draft-nobody = No occasion comes for anybody in the next 60 days. Shall we add someone, or a birthday?
draft-no-day = I can't find any date for { $name }. Tell me their birthday, like this: { $name }: birthday May 3
draft-not-theirs = { $day } is not one of { $name }'s days. 📅 shows which days are for whom, and lets you change it.
draft-not-greeted = I write no greetings to { $name }: that is how their card is marked.
ask-edit =
    Write the greeting for { $name } just as it should go out. Here is the draft, tap it to copy:

    { $text }
ask-write = Write the greeting for { $name } just as it should go out.
edit-too-late = That greeting is no longer waiting, so I didn't use your text. /review shows you what's next.
edit-too-long = That is too long for one message to { $name }: { $most } characters fit and yours has { $length }. Send me a shorter one.
ask-memory = What was the last thing you did with { $name }? Or tell me something they like.
memory-kept = 📝 { $name }: { $note }. I'll write with that.
memory-kept-private = 🔒 { $name }: { $note }. This never leaves this machine; I'll try to write without the model.

## The day

ronda-head = { $left ->
    [0] 📲 { $name } · once more
    [one] 📲 { $name } · the last one
   *[other] 📲 { $name } · { $left } to go
}
ronda-done = { $name } was the last one. That's all for today!
evening-question = { $count ->
    [one] One greeting is still unconfirmed: { $names }. Did it go out?
   *[other] { $count } greetings are still unconfirmed: { $names }. Did they go out?
}
all-sent = ☑️ { $count ->
    [0] It was all noted already.
    [one] Noted, it went out.
   *[other] Noted, all { $count } went out.
}
notice-spent = 🧮 I have used up today's share of the model. Until midnight I write without it: read the drafts with extra care. Nothing is lost, and tomorrow I go on as usual.
notice-model-away = 🧩 { $how ->
    [auth] The model has refused the key since { $hour }: OPENAI_API_KEY needs a look.
    [quota] The model's credit is used up (since { $hour }).
   *[silent] The model hasn't answered since { $hour }.
} I write the drafts without it: read them with extra care. I keep trying and will tell you when it is back.
notice-model-back = 🧩 The model is answering again. What comes next I write with it; on an earlier card, 🔄 brings others.
notice-telegram-back = 📡 I was cut off from Telegram from { $since } to { $until }. Nothing was lost: what was due meanwhile goes out now.
notice-copy-failed = 💾 I couldn't make tonight's backup: the disk seems to be full. The earlier ones are still there, and I try again every hour.
notice-copy-made = 💾 The backup is up to date again.
notice-sent = 💌 { $count ->
    [one] The greeting for { $names } has gone out.
   *[other] { $count } greetings have gone out: { $names }.
}
notice-unknown = It may have reached { $name }, or it may not. I won't send it again unless you tell me to.
notice-expired = { $count ->
    [one] The day passed for { $names } and nothing went out. If you like, you can still write to them.
   *[other] The day passed and nothing went out to { $names }. If you like, you can still write to them.
}
unsettled-more = { $count ->
    [one] And there is one more. Settle these and go on with ❔.
   *[other] And there are { $count } more. Settle these and go on with ❔.
}
notice-expired-unanswered = { $count ->
    [one] The day passed for { $names } and nothing went out. Tell me about the unconfirmed ones first, and then you can still write.
   *[other] The day passed and nothing went out to { $names }. Tell me about the unconfirmed ones first, and then you can still write.
}
notice-late-now = And nothing went out to { $names } that day. If you like, you can still write to them.
failed-blocked = It didn't reach { $name }, who no longer receives through the bot. Your text is safe; tap 🔁 and I'll hand it to you to send.
failed-gone = It didn't reach { $name }: that Telegram account no longer exists. Your text is safe; tap 🔁 and I'll hand it to you to send.
failed-unlinked = It didn't reach { $name }, who no longer receives through the bot. Your text is safe; tap 🔁 and I'll hand it to you to send.
failed-unreachable = It didn't reach { $name }: Telegram wasn't answering. Your text is safe; tap 🔁 and I'll try again.
failed-refused = It didn't reach { $name }: Telegram didn't accept it. Your text is safe; tap 🔁 and I'll try again.

## Status

status-head = 📊 Here's how it's going:
status-waiting = 💌 Waiting for you: { $names }
status-needs-memory = ➕ I need a memory of: { $names }
status-writing = ✍️ Being written: { $names }
status-approved = ✅ Approved: { $names }
status-handed-off = 📲 In your hands: { $names }
status-call = 📞 To call: { $names }
status-sent = ☑️ Sent: { $names }
status-skipped = ⏭ Skipped: { $names }
status-failed = ✖️ Didn't go out: { $names }
status-unknown = ❔ May have arrived: { $names }
status-expired = 🗓 The day passed: { $names }
status-nothing = Nothing pending.
status-touched = ✍️ { $untouched } of your last { $count } went out unedited; on average you change { $share }% of a draft.
status-touched-before = ↳ Before that: { $untouched } of { $count }, and { $share }%.
status-tick = ⏱ Last look at the clock: { $hour }
status-model-none = 🧩 No model: I put the drafts together myself.
status-model-ok = 🧩 The model is answering.
status-model-failing = 🧩 The model isn't answering: meanwhile I put the drafts together myself.
status-drafts = ✍️ Drafted with the model, today: { $used } of { $bound }.
status-tokens = 🧮 Model, today: { $used } of { $bound } tokens.

## Talk

talk-how = I'm not sure what to do with that. If it's about someone, tell me whom, like this: Juana: moved to Córdoba. To add someone: /add. Everything else: /help
talk-hello = Hi, { $name }. Tell me something about your people, or ask me who to greet this week.
talk-thanks = 🤗 Here for you.
talk-bye = 🤗 Sure. I'm here whenever you like.
talk-heard = 🎧 “{ $words }”
talk-told = Noted about { $name }:
talk-nothing-new = I already had that about { $name }.
talk-birthday = 🎂 { $name }, { $date }. I'll let you know the evening before.
talk-instead = { $new } (before: { $old })
talk-nickname = 🏷 You say { $value }
talk-relationship = 👤 { $value }
talk-language = 🌍 { $value }
talk-paused = 🔕 Wants no greetings
talk-noted-of-day = 📝 { $name }, { $date }: { $note }
talk-when = 🎂 { $name }: { $date }. { $days ->
    [0] It's today!
    [one] It's tomorrow.
   *[other] { $days } days to go.
}
talk-when-unknown = I don't know { $name }'s birthday. Tell me any time, like this: birthday May 3
talk-day = 📅 { $day } · { $occasions }
talk-and-more = { $count } more
talk-nobody-then = { $days ->
    [one] There's nobody to greet that day.
   *[other] There's nobody to greet on those days.
}
talk-no-birthdays = { $days ->
    [one] I don't know of any birthday that day.
   *[other] I don't know of any birthdays on those days.
}
btn-mobile = 📱 It is a mobile
btn-fixed = ☎️ A landline
talk-nobody-known = I have nothing noted about that for anybody. When you find out, tell me like this: Teo: plays chess
talk-as-note = Shall I keep “{ $words }” as a note?
talk-newcomer = I have nobody called “{ $name }”. Shall I add { $name } with that?
talk-whose = Whose is it? Write me the name.
talk-forget = Deleting { $name } takes a tap of yours:
talk-draft = One tap and I'll write to { $name }. Nothing goes out until you approve it.
talk-cannot-hear = I have nothing to listen to voice notes with here. Tell me in writing, like this: Juana: moved to Córdoba
talk-hearing-failed = I couldn't listen to that: no answer in time. Try again in a while, or tell me in writing.
talk-heard-nothing = I couldn't make out any words in that. Could you say it again, or write it?
talk-too-long-to-hear = That recording is too big for me: 20 MB at most. Tell me in parts, or in writing.
btn-note-of = ➕ Note on { $name }
btn-add-name = ➕ Add { $name }
undone-told = ↩️ Done, it's as it was before.
not-understood-yet = That one I can't read. Tell me in writing or in a voice note, like this: Juana: moved to Córdoba

## Correo

by-email = by e-mail
email-subject = A greeting from { $name }
email-say-no = To receive no more greetings, just reply “{ $words }” to this e-mail.
email-no-thanks = No, thanks
failed-mail-refused = { $name } didn't get it: their mail server refused it. Your text is kept; 🔁 tries again.
failed-mail-address = { $name } didn't get it: their e-mail address isn't valid. Your text is kept; correct it and tap 🔁.
failed-mail-unreachable = { $name } didn't get it: the mail server didn't answer. Your text is kept; 🔁 tries again.
failed-mail-login = { $name } didn't get it: the mail server refused your account. Your text is kept; check SMTP_URL and tap 🔁.
failed-mail-busy = { $name } didn't get it: the mail server asked to wait too long. Your text is kept; 🔁 tries again.

## Occasions

btn-own-day = ➕ A day of mine
btn-off-days = 🔕 Other days
btn-on = 🔔 Yes: { $who } · { $count }
btn-off = 🔕 No: { $who } · { $count }
btn-marked = 🔔 Yes: { $name }
btn-unmarked = ▫️ No: { $name }
btn-draft-day = 💌 Write now
btn-delete-day = 🗑 Delete the day
command-occasions = What's coming, and for whom
occasions-head = 📅 What comes in the next 60 days, and how many you greet:
occasions-none = 📅 There is no day for anybody in the next 60 days. A birthday or a day of your own would change that.
occasions-line = { $day } · { $name } · 👥 { $count }
occasions-line-held = { $day } · { $name } · 👥 { $count } · ⏳ { $held }
occasions-personal = { $day } · { $name } · { $names }
occasions-off-head = 🔕 Days of the next 60 on which you greet nobody right now:
occasions-off-none = 🔕 There are no other days in the next 60.
occasions-off-line = { $day } · { $name }
occasions-shut = 📅 Done. /occasions brings this back any time.
occasion-head = 📅 { $name }
occasion-when = 🗓 { $day }
occasion-note = ⚠️ { $note }
occasion-people = 👥 { $names }
occasion-held-gap = ⏳ { $name }: had your greeting of { $last }, and we leave { $days } days between greetings.
occasion-held-client = ⏳ { $name }: { $count ->
    [one] has had this year’s greeting
   *[other] has had { $count } greetings within a year
} (the last on { $last }), and that is plenty for a client.
occasion-held-more = ⏳ And { $count } more for the same reason.
occasion-held-how = To write anyway: /draft { $name }
occasion-switches = Who you greet that day (tap to change it):
occasion-for-nobody = So far nobody is greeted that day. Tap who you want to greet:
btn-who = 👥 Choose people
occasion-who = 👥 { $name }: tap whom you greet that day, whatever they are to you. That is also how you mark whose feast it is by faith.
late-head = 🐌 These went by without a word from you. It's not too late: the text says so, and makes no fuss about it.
btn-year = 🖼 The year
btn-year-of = 🖼 { $year }
year-own = Somebody's own
year-shared = For several
year-greeted = Greeted
year-caption = 🖼 { $year } at a glance: { $people ->
    [one] one person with dates
   *[other] { $people } people with dates
}, { $days ->
    [one] one day marked
   *[other] { $days } days marked
}. { $greeted ->
    [0] You have not greeted anybody yet.
    [one] You have greeted one person.
   *[other] You have greeted { $greeted } people.
}
late-none = 🐌 Nobody slipped by in the last week.
late-line = { $day } · { $name } · { $names }
late-unanswered = { $count ->
    [one] ❔ One greeting of that day is unconfirmed. Tell me whether it went out, and we go on.
   *[other] ❔ { $count } greetings of that day are unconfirmed. Tell me which went out, and we go on.
}
late-answer-first = ❔ First tell me which ones of { $day } went out, so that nobody hears from you twice.
late-writing = 🐌 { $name } was on { $day }. { $count ->
    [one] I'm writing the greeting, and it says that it is late.
   *[other] I'm writing the { $count } greetings, and they say that they are late.
}
card-late = 🐌 It comes late, and the text says so.
card-early = 🌏 Shown before your usual hour: it leaves { $day } at { $hour } your time, when it is { $there } there.
btn-late = 🐌 Missed · { $count }
btn-late-go = 💌 { $name } · 👥 { $count }
btn-late-ask = ❔ Out? · { $day }
line-withdrawn = 🔕 { $name } · that day is off now, so there is no greeting.
line-forgotten = 🗑 This greeting was deleted.
line-joined = 💌 { $name } · they turned out to be the same person: one greeting remains.
parted-nobody-linked = 🤝 Somebody accepted your invitation while { $names } were one contact, and I can't tell who it was. To be safe, nothing reaches either of them through the bot: invite them again with /invite.
toast-withdrawn = { $count ->
    [one] I withdrew one greeting that waited for your decision. What you approved stays.
   *[other] I withdrew { $count } greetings that waited for your decision. What you approved stays.
}
ask-own-day =
    Which day, and what is it? Write it all together, like this:
    September 15 club anniversary
    the second Saturday of October, barbecue
    September 20, 2027 moving day

    With a year it is just once; without, every year.
own-kept-fixed = 📅 { $name } · every year
own-kept-nth = 📅 { $name } · every year, on that weekday
own-kept-once = 📅 { $name } · just once
own-without-name = And what is it? Write the date and the name together: { $words } club anniversary
own-without-day = I saw no date in “{ $words }”. Try it like this: September 15 club anniversary
own-ambiguous = “{ $words }” can be more than one date. Write the month in letters, with the name beside it.
own-impossible = “{ $words }” is not in any calendar. Which day is it? Write the date and the name together.
own-past = “{ $words }” is past. Without a year I keep it for every year: September 15 club anniversary
own-delete-confirm = Delete “{ $name }” from your days? What you approved stays as it is.
toast-own-deleted = Done, I deleted “{ $name }”.

## Settings

command-settings = Language, hours, style and more
btn-opt-language = 🌐 Language
btn-opt-country = 🏳️ Country
btn-opt-zone = 🕰 Time zone
btn-here = 📍 My location
btn-send-here = 📍 Send location
btn-elsewhere = 📍 I'm elsewhere
btn-opt-regions = 🌍 Elsewhere
btn-opt-prepare = 📝 Prepare at
btn-opt-send = ⏰ Send at
btn-opt-quiet = 🌙 Your rest
btn-opt-clients = 💼 Clients
btn-opt-gap = ⏳ How often
btn-opt-pause = ☕ Pauses
btn-opt-talk = 🧩 Talk
btn-opt-style = ✍️ Your style
btn-opt-signature = 🖋 Signature
btn-opt-after = 🌤 The day after
btn-opt-days = 🎈 Dates
btn-earlier = ◀️ 15 min earlier
btn-later-by = ▶️ 15 min later
btn-yes = 👍 Yes
btn-no = ❌ No
btn-add-sample = ➕ Texts of mine
btn-style-note = ✏️ How I write
btn-drop-samples = 🗑 Delete texts
btn-drop-style = 🗑 Delete the line
btn-signature = ✏️ Write one
btn-drop-signature = 🗑 No signature
btn-signature-of = 🖋 { $who }
toast-kept = Done, saved.
settings-head = ⚙️ Here's how things are set. Tap what you want to change:
settings-shut = ⚙️ Done. /settings brings this back any time.
settings-language = 🌐 Language: { $value }
settings-country = 🏳️ Country: { $value }{ $area ->
    [none] { "" }
   *[other] { " " }· ☎️ { $area }
}
settings-zone = 🕰 Time zone: { $value } (it is { $hour } there)
settings-prepare = 📝 I prepare the drafts at { $hour } the evening before
settings-send = ⏰ Greetings go out at { $hour }, each person's own time
settings-quiet = 🌙 I don't write to you from { $sleeps } to { $wakes }
settings-gap = ⏳ { $days ->
    [0] No minimum between greetings to the same person
   *[other] At least { $days } days between greetings to the same person
}
settings-clients = 💼 A client hears from you { $count ->
    [one] once
   *[other] up to { $count } times
} a year
settings-pause = ☕ { $cards ->
    [0] Cards come without an offer to pause
   *[other] I offer a pause every { $cards } cards
}
settings-talk = 🧩 Talk: { $on ->
    [yes] I understand it with the model
    [no] I understand it without the model
   *[none] I understand it without a model: there is none
}
settings-style = ✍️ Your style: { $note } · { $samples ->
    [0] no texts of yours
    [one] one text of yours
   *[other] { $samples } texts of yours
}
settings-signature = 🖋 Signature: { $value }{ $others ->
    [0] {""}
    [one] {" "}· one more for one kind of people
   *[other] {" "}· { $others } more for other people
}
settings-after = 🌤 The day after, { $on ->
    [yes] I ask whether there is something to remember
   *[no] I ask nothing
}
settings-days = 🎈 Dates: Friend's Day is { $friends ->
    [mine] your country's
    [theirs] each person's own
   *[both] yours and each person's own
}; 29 February, in other years, is kept on { $leap ->
    [february] 28 February
   *[march] 1 March
}; round birthdays are { $milestones ->
    [yes] mentioned
   *[no] not mentioned
}
settings-ask-language = 🌐 Which language shall we speak? Everybody is still greeted in their own.
settings-ask-country = 🏳️ Now: { $value }. Friend's Day and the other days are those of your country; each person can have their own.{ $area ->
    [none] { "" }
   *[other] { " " }Your area code is { $area }: I use it to complete numbers that come without one.
}
settings-ask-zone = 🕰 Now: { $value }, where it is { $hour }. Choose the city that shares your hour.
settings-ask-here = 📍 Tap the key below and Telegram tells me where you are. I take your country and your time from it; the location itself I don't keep.
settings-here-not-kept = 📍 Got it: your country and your time. I didn't keep the location.
settings-here-nowhere = 📍 I found no country there. Nothing changed; in /settings you can choose a city from the list.
settings-here-left = 📍 We'll leave the location for another time. The list is in /settings.
settings-settled = 🏳️ { $country } · 🕰 { $value }, where it is { $hour }. Not right? ↩️ puts it back.
settings-ask-region = 🌍 Which part of the world?
region-africa = Africa
region-america = America
region-antarctica = Antarctica
region-arctic = Arctic
region-asia = Asia
region-atlantic = Atlantic
region-australia = Australia
region-europe = Europe
region-indian = Indian Ocean
region-pacific = Pacific
settings-ask-prepare = 📝 Now: { $hour }. At that hour of the evening before I show you the drafts, one at a time. No card opens sooner.
settings-ask-send = ⏰ Now: { $hour }, each person's own time. What's approved already goes out when I told you.
settings-ask-quiet = 🌙 Now: from { $sleeps } to { $wakes } I write nothing of my own accord. Choose when you get up and when you go to bed:
settings-wakes = 🌅 Up { $hour }
settings-sleeps = 🌙 Bed { $hour }
settings-ask-gap = ⏳ How many days shall we leave between two greetings to the same person? Birthdays, other dates of their own and Friend's Day always go out.
settings-gap-value = { $count ->
    [0] No minimum
   *[other] { $count } days
}
settings-ask-clients = 💼 How often a year do we greet a client, at most? Their birthday always comes, and does not count.
settings-clients-value = { $count ->
    [one] Once
   *[other] { $count } times
}
settings-ask-pause = ☕ After how many cards shall I offer a pause?
settings-pause-value = { $count ->
    [0] Never
   *[other] Every { $count }
}
settings-ask-talk = 🧩 { $on ->
    [yes] Now: yes. What you write without a command is understood with the model, so it gets that text. Shall it stay so?
    [no] Now: no. What you write without a command does not reach the model; I understand less, but it stays here. Shall I use the model?
   *[none] There is no model: I understand what you write right here, and nothing leaves.
}
settings-ask-after = 🌤 { $on ->
    [yes] Now: yes.
   *[no] Now: no.
} The day after you greeted several people, shall I ask once whether they told you something worth keeping?
settings-ask-days =
    🎈 Three things about dates:

    💛 For people in another country, which Friend's Day do we keep? In Argentina it is in July; Colombia's Amor y Amistad is in September. You can also change it on each person's card.
    🐸 For people born on 29 February, which day do we use in other years?
    🎂 When somebody turns 30, 40 or 50, may the draft say so?
settings-friends-day = { $choice ->
    [mine] 💛 Mine
    [theirs] 💛 Theirs
   *[both] 💛 Both
}
settings-leap-day = { $choice ->
    [february] 🐸 28 Feb
   *[march] 🐸 1 March
}
settings-milestones = { $choice ->
    [yes] 🎂 Yes, say it
   *[no] 🎂 Rather not
}
settings-ask-style =
    ✍️ So that drafts sound like you: paste a few messages you have written and, if you like, say in one line how you write. The model, if there is one, reads them as examples; it never copies them.
settings-style-note = ✏️ { $note }
settings-style-sample = 💬 { $text }
settings-type-sample = Send me a message just as you would write it to somebody dear. You can send several, one by one; ↩️ when you are done.
settings-type-style = Tell me in one line how you write, for example: short, with humor and no exclamation marks.
settings-type-signature = How do you sign? For example: A hug, Marce
settings-ask-signature =
    🖋 Now: { $value }. It ends the drafts that go by e-mail and those for clients, and you see it before you approve. A chat with a friend carries none.
    If some people should get another one, tap who:
settings-signature-of = 🖋 { $who }: { $value }
settings-ask-signature-of =
    🖋 { $who }: { $value }
    What you write here ends all those drafts, in chats too. If there is nothing, the general signature holds: by e-mail and for clients.
settings-type-signature-of = 🖋 { $who } · How do you sign? For example: Kind regards, Marcelo Gil

## The card

btn-notes = 📝 Notes
btn-story = 🕰 History
btn-shut = ❌ Close
btn-card = 👤 Open card
btn-filter = 🔎 Search
btn-bare = 📝 Without notes
btn-longest = 🕰 Longest ago
btn-remove = ✖️ Remove
btn-option = 👍 { $value }
btn-date-birthday = 🎂 Birthday
btn-date-anniversary = 📅 Anniversary
btn-date-name-day = 😇 Name day
btn-date-met = 👋 We met
btn-date-work-anniversary = 💼 Their job
btn-date-client-anniversary = 🤝 Together
btn-date-other-day = ➕ Another date
btn-keep-memory = 👍 Keep it all
btn-alive = 👍 It was a mistake
btn-lock = 🔒 Make private
btn-open-note = 🔓 Not private
btn-pin = 📌 Pin
btn-unpin = 📌 Unpin
btn-drop = 🗑 Delete note
btn-yes-merge = 👍 Yes, merge
fact-group = group
fact-deceased = 🕊 Has passed away. No greeting goes out.
fact-place = 🌍 { $value }
fact-tags = 🏷 { $value }
fact-more-notes = … and { $count ->
    [one] one more note
   *[other] { $count } more notes
}
card-shut = 👤 { $name }
card-below = 👤 { $name } · continues below.
edit-what = What shall we change?
edited = Done, this is how it stands:
edited-asks = ⚠️ { $count ->
    [one] The greeting you had approved for { $name } is on hold: I'm asking you again.
   *[other] The { $count } greetings you had approved for { $name } are on hold: I'm asking you again.
}
field-name = Name
field-nickname = Nickname
field-form-of-address = Mrs., Dr., Aunt…
field-register = Formal or familiar
field-relationship = Relationship
field-roles = Mother, teacher…
field-dates = 🎂 Dates
field-tags = 🏷 Tags
field-phone = 📱 Phone
field-username = 💬 Username
field-email = ✉️ E-mail
field-language = Language
field-country = 🌍 Country
field-timezone = Local time
field-kind = Person or group
field-route = 📮 How it is sent
field-paused = Greetings: yes/no
field-deceased = 🕊 Has died
field-friends-day = 💛 Friend's Day
field-touch = 🌱 Just because
field-merge = Merge two cards
ask-field-name = What is the name? Write it the way you want to see it. Now: { $name }
ask-field-nickname = Which nickname do you use for { $name }? Write it to me.
ask-field-form-of-address = How do you address { $name }? For example: Mrs Rossi, Aunt Martha.
ask-field-register = How do you address { $name }?
ask-field-relationship = What is { $name } to you?
ask-field-roles = What else is { $name }? Some days are theirs: Mother's Day, Teacher's Day… Tap all that apply.
ask-field-dates = The dates of { $name }. Tap one that is there to remove it.
ask-field-birthday = When is { $name }'s birthday? For example: 3 May, or May 3, 1980.
ask-field-anniversary = When is { $name }'s anniversary? For example: 3 May, or May 3, 2010.
ask-field-tags = Which tag shall { $name } have? For example: club, school. Tap one that is there to remove it.
ask-field-phone = What is { $name }'s phone number? Safest with + and the country code.
ask-field-username = What is { $name }'s Telegram username? For example: @juanap
ask-field-email = What is { $name }'s e-mail address?
ask-field-language = Which language does { $name } read?
ask-field-country = Which country does { $name } live in? If it isn't listed, write it to me.
ask-field-timezone = What time is it now where { $name } is?
ask-field-kind = Is { $name } a person or a group? A group gets one text, for its chat.
ask-field-route = How shall greetings reach { $name }?
ask-field-paused = Shall we write to { $name } on their dates?
ask-field-deceased = If { $name } has passed away, I'm very sorry. No greeting goes out any more, and I won't remind you of the dates. What you told me is kept or erased, as you prefer.
ask-field-friends-day = Which Friend's Day do we keep with { $name }: your country's, theirs or both?
ask-field-touch = 🌱 How often do we write to { $name } for no reason at all? I pick days that don't fall together with other people's; when there is a greeting that day already, it waits.
ask-field-name-day = When is { $name }'s name day? For example: 24 June.
ask-field-met = When did you and { $name } meet? For example: 3 May, or May 3, 2010.
ask-field-work-anniversary = Since when has { $name } worked there? For example: 3 May, or May 3, 2010.
ask-field-client-anniversary = Since when have you and { $name } worked together? For example: 3 May, or May 3, 2010.
ask-field-other-day = What is there to celebrate with { $name }, and when? All in one, for example: May 3 graduation day
touch-never = Never
touch-every = { $months ->
    [one] Every month
   *[other] Every { $months } months
}
as-with-everybody = As with everybody
ask-field-merge = Who is the same person as { $name }?
kind-person = a person
kind-group = a group
choice-greetings = yes, on their dates
choice-no-greetings = wants no greetings
notes-head = 📝 What I know about { $name }. Tap a note to change it.
notes-none = I know nothing about { $name } yet.
ask-note-text =
    Write the note the way you want it. It now says:

    { $note }
merge-confirm = Are { $other } and { $name } the same person? { $name } stays, with the notes, dates and greetings of both cards (notes: { $notes }). What differs is kept in a 🔒 note.
story-head = 🕰 { $name }: { $count ->
    [one] one greeting
   *[other] { $count } greetings
}
story-none = 🕰 { $name }: no greetings yet.
story-day = 📅 { $day }, { $year }
story-left = ☑️ left at { $hour }, { $channel }
story-heard = { $day }, { $hour } · 💬 { $name }
story-answered = { $day }, { $hour } · ↪️ your answer
story-media = { $kind ->
    [voice] 🎙 Voice note
    [video_note] 🎙 Video message
    [video] 🎬 Video
    [photo] 📷 Photo
    [sticker] 🤗 Sticker
   *[other] 📎 Attachment
}
story-paused = ⏸ Wants no greetings: I write on no date. ✏️ changes that.
story-deceased = 🕊 Has passed away: nothing is sent any more, and I won't remind you of their dates.
story-acquaintance = 👋 Someone you hardly know, or who is not a client yet, hears from you on their own dates only. /occasions turns on another day.
story-planned = ✍️ to be written
story-drafting = ✍️ being written
story-ready = 💌 waits for your decision
story-needs-memory = ➕ lacks a memory
story-snoozed = 🕘 for later
story-approved = ✅ approved
story-stale = ⚠️ something changed: asking you again
story-sending = 🚀 leaving
story-handed-off = 📲 in your hands
story-call = 📞 to call
story-sent = ☑️ sent
story-skipped = ⏭ you let it pass
story-failed = ✖️ did not go out
story-unknown = ❔ may have arrived
story-expired = 🗓 the day passed
typed-no-country = I know no country called “{ $words }”. Write it again, for example: Ireland.
typed-no-username = “{ $words }” doesn't look like a Telegram username. It is like @juanap. Which one is it?
typed-no-email = “{ $words }” doesn't look like an e-mail address. Which one is it?
typed-no-tag = I saw no tag in “{ $words }”. For example: club.
typed-area-code = “{ $words }” lacks the area code. Write the whole number.
typed-no-phone = “{ $words }” doesn't look like a phone number. Write it with + and the country code.
typed-is-mobile = Is “{ $words }” a mobile or a landline?
typed-which-date = “{ $words }” can be two dates. Which one is it?
typed-impossible-date = “{ $words }” is not a possible day. Which one is it?
typed-no-date = I didn't understand the date “{ $words }”. For example: 3 May.
typed-no-other-day = I saw no date in “{ $words }”. Try it like this: May 3 graduation day
typed-other-day-without-name = And what is it? Write the date and the name together: { $words } graduation day
list-nobody-so = There is nobody there.
filter-how = 🔎 Write /contacts and a few letters of the name, or tap:
forget-all-word = DELETE ALL
forget-all-confirm =
    🗑 Shall I delete everything? There is no way back. Your people go (contacts: { $contacts }) with their notes and dates, the greetings ({ $greetings }), your settings, and the key all of it was encrypted with.

    To take a copy with you, send me /export first. To delete, write: { $word }
forget-all-kept = That wasn't it, so I deleted nothing. If you do want it, start again with /forget all.
forgotten-all = 🗑 Done. Nothing of you or your people is left here. All the best! To begin again: /start { $code }

## Memories

btn-tell-now = ➕ Tell me
btn-tomorrow = 🕘 Tomorrow
btn-not-greet = ⏭ Not this time
btn-not-again = 🔕 Stop asking
memory-why = 📅 { $occasion }, { $day }: I have something to write to { $known } of { $total } people.
memory-question = I know nothing about { $name } yet. What was the last thing you did together?
memory-tomorrow = 🕘 Fine, I will ask about { $name } tomorrow.
memory-after-all = ↩️ Done, { $name } is back on the list.
day-after = 🌤 Yesterday you greeted { $count ->
    [one] one person
   *[other] { $count } people
}, each with words of their own. Did anybody tell you something new worth keeping?
day-after-off = 🌤 Fine, I will not ask on the day after any more. /settings turns it on again.

## First steps

btn-import = 📇 Address book
btn-export = 📦 Take it all
btn-note = 📝 Tell me something
btn-days = 📅 Occasions
btn-unsettled = ❔ Loose ends
btn-status = 📊 Status
btn-settings = ⚙️ Settings
btn-privacy = 🔒 Privacy
btn-speak = 🌐 Go on in English
btn-show-me = 👀 Show me
btn-not-now = ➡️ Not now
hint-first-look = Would you like to see how I'd write to { $name }? It's only a draft: nothing goes out.
hint-skipped = ➡️ Fine. Whenever you like: /draft
hint-days = 📅 There are a few people by now. Here you see which days are coming and for whom; turn off the ones you don't want.
hint-lock = 🔒 In case it helps: a note that begins with 🔒 never leaves this machine, not even for the model.

## There and back

btn-voice = 🎙 In my voice
btn-share = 📲 Pick a chat here
btn-once-more = 🔁 Once more
btn-rather-write = ↩️ Write instead
ask-voice = Send me a voice note, a video or a photo for { $name }, and that is the greeting.
voice-too-long = That text is too long to go underneath. Send it again with a shorter one.
card-media = { $kind ->
    [voice] 🎙 Voice note
    [video_note] 🎙 Video message
    [video] 🎙 Video
    [photo] 🎙 Photo
   *[audio] 🎙 Audio
}
ronda-opens = { $happy ->
    [friends] Happy Friend's Day, { $name }!
   *[other] Hello, { $name }.
} { $bot ->
    [0] { $total } go out today, from { $account ->
        [whatsapp] your WhatsApp
       *[own] your own account
    }.
   *[other] { $total } go out today: { $bot ->
        [one] one I send myself
       *[other] { $bot } I send myself
    }, and { $hand ->
        [one] one goes
       *[other] { $hand } go
    } from { $account ->
        [whatsapp] your WhatsApp
       *[own] your own account
    }.
} One tap to open, another to tell me it went out.
ronda-media = 🎙 It is what you recorded, just above. Open the chat with 📲 and forward it.
evening-left = { $count ->
    [one] And one is still unopened.
   *[other] And { $count } are still unopened.
}
notice-call = 📞 Still to phone: { $name } · { $phone }
notice-no-mail = ✉️ I can't send e-mail any more. { $count ->
    [one] The greeting for { $names } stays here: I ask you again, so that it can go another way.
   *[other] The greetings for { $names } stay here: I ask you again, so that they can go another way.
}
notice-lost = { $name } can no longer be reached through the bot: it was blocked, or the account is closed. { $asking ->
    [0] From now on, their greetings go out from your own account.
    [one] The greeting you had approved stays here: I ask you again.
   *[other] The { $asking } greetings you had approved stay here: I ask you again.
}
incoming-media = 💬 { $name }:
incoming-edited = ✏️ { $name } corrected: { $words }
incoming-reaction = { $emoji } { $name }, to what you sent.
relay-confirm-media = Shall I send it to { $name }?
relay-too-long = That is too long for one message to { $name }. Send it in parts.
guest-help = This chat brings you greetings from { $owner }, and what you write here reaches { $owner }. /stop ends it; /forgetme deletes everything.
forgetme-confirm =
    Everything kept by { $owner } will be deleted: name, addresses, notes, greetings and what was said in this chat. I will tell { $owner } that you asked for it.

    There is no way back. Delete it?
forgotten-you = 🗑 Done: nothing is kept here any more. The messages in this chat can be deleted on your phone.
told-forgotten = 🗑 { $name } asked me to delete everything, and I did: notes, dates, addresses and greetings. They are no longer among your people.
nobodys-guest = Nobody sends you greetings here, so there is nothing to stop. To delete somebody of yours: /forget

## Address books

btn-import-all = 👍 Add { $count }
btn-import-birthday = 🎂 Birthdays: { $count }
btn-import-letters = 🔤 By letter
btn-import-doubtful = ➕ Doubtful: { $count }
btn-import-more = ➕ Add more
btn-import-none = ❌ None
command-import = Bring your address book
command-export = Take everything with you
import-how =
    📇 Send me your address book as a file, right here:

    · iPhone, Android and Google export a .vcf.
    · Google and Outlook also give a .csv; any spreadsheet saved as CSV will do.
    · A .json file from /export brings everything back.
    · An .ics calendar brings birthdays and days of every year.

    First I show you what's in it, and you choose who to add.
import-found = 📇 { $count ->
    [one] I found one card:
   *[other] I found { $count } cards:
}
import-new = ➕ New: { $count } ({ $names })
import-known = 👥 Already here: { $count } ({ $names })
import-doubtful = ❔ Doubtful, same name as somebody but other details: { $count } ({ $names })
import-completes = ✏️ Known, with something here that I lack: { $count } ({ $names })
import-groups = 🏷 Which group comes in? One tap brings the whole group.
import-progress = ⏳ Adding… { $bar } { $done }/{ $total }
import-completed = ✏️ { $count ->
    [one] One person now has what was missing.
   *[other] { $count } people now have what was missing.
}
import-mobiles = 📱 { $count ->
    [one] One number may be a mobile or a landline.
   *[other] { $count } numbers may be mobiles or landlines.
} WhatsApp only works with mobiles.
btn-import-completes = ✏️ Complete: { $count }
btn-import-groups = 🏷 By group
btn-import-mobiles = 📱 Mobiles: { $count }
btn-pick-people = 👥 Pick in Telegram
import-pick = 👥 Tap the button below and pick up to ten people from your Telegram. Then I show you who I would add.
import-skipped-nameless = ⏭ Without a name: { $count } ({ $names })
import-skipped-broken = ⏭ Cut off or unreadable: { $count } ({ $names })
import-skipped-formula = ⏭ Formulas instead of names: { $count } ({ $names })
import-unread = 🔒 { $count ->
    [one] One value could not be read: it is kept as a private note ({ $names }).
   *[other] { $count } values could not be read: they are kept as private notes ({ $names }).
}
import-odd-settings = ⚙️ Some settings in the file make no sense ({ $names }): those stay as they are. You change them in /settings, and days in /occasions.
import-local = ☎️ { $count ->
    [one] One number has no area code (“{ $example }”). What's yours? Without it, it stays as a private note.
   *[other] { $count } numbers have no area code (“{ $example }”). What's yours? Without it, they stay as private notes.
}
import-area-done = ☎️ { $count ->
    [0] I noted { $code }, but it completes no number here. If it's another one, tap ☎️; otherwise they stay as private notes.
    [one] With { $code } I completed one number. I'll remember it.
   *[other] With { $code } I completed { $count } numbers. I'll remember it.
}
btn-import-each = 👥 One by one
import-each-mobile = 📱 Tap the mobiles: ☎️ is a landline, 📱 a mobile.
btn-area-mine = ☎️ My area code
btn-area-other = ☎️ Another
btn-drop-area = 🗑 Forget { $code }
area-ask = ☎️ What's your area code, the digits that go before a local number? For example: 212 or 415.
area-no-code = I don't know the area code “{ $words }”. Send me just those digits, without the rest of the number: 212, 415…
area-kept = ☎️ Noted: { $code }. I'll use it to complete numbers that come without one.
import-whom = Who shall we add? Nobody needs a whole address book: you can add more any time.
import-nobody = There is nobody new to add. Nothing changed.
import-letters = 🔤 Tap the letters of those you want to add.
import-none = Fine, I added nobody.
btn-ics-all = 👍 Bring it in: { $count }
btn-calendar = 🗓 Calendar
ics-found = 🗓 In that calendar there are:
ics-known = 🎂 { $count ->
    [one] One birthday of your people: { $names }
   *[other] { $count } birthdays of your people: { $names }
}
ics-newcomers = ➕ { $count ->
    [one] One person I did not know: { $names }
   *[other] { $count } people I did not know: { $names }
}
ics-yearly = 📅 { $count ->
    [one] One day of every year: { $names }
   *[other] { $count } days of every year: { $names }
}
ics-unclear = ❔ Several people have that name, so I leave them alone: { $names }
ics-differs = ❔ { $name }: I have { $mine } and the file says { $theirs }. I keep mine; if it is wrong, change it on their card.
ics-present = 👥 { $count ->
    [one] One I had already.
   *[other] { $count } I had already.
}
ics-left-out = ⏭ { $count ->
    [one] One event that does not come every year stays out.
   *[other] { $count } events that do not come every year stay out.
}
ics-what = What shall I bring in?
ics-nothing = There is nothing new to bring in. Nothing changed.
ics-done = ✔️ { $birthdays ->
    [0] There was nothing to bring in.
    [one] I brought in one birthday.
   *[other] I brought in { $birthdays } birthdays.
}
ics-done-days = ✔️ Birthdays: { $birthdays }. Days of every year: { $days }. Those days are for nobody yet: under 📅 you choose whom you greet.
ics-undone = ↩️ It is as it was before that calendar.
ics-export = 🗓 Your calendar, for Google, Apple or any other. Birthdays, your own days and your people's days of the next year: { $count }.
ics-empty = There are no dates for a calendar yet. One person with a birthday is enough.
ics-birthday = { $name }'s birthday
ics-date = { $what } · { $name }
ics-touch = Just because · { $name }
import-working = ⏳ { $count ->
    [one] Adding one person…
   *[other] Adding { $count } people…
}
import-done = ✔️ { $count ->
    [one] I added one person.
   *[other] I added { $count } people.
}
import-done-acquaintances = ✔️ { $count ->
    [one] I added one person.
   *[other] I added { $count } people.
} They stand as acquaintances: tell me on their card who is a friend, family or a client.
import-undone = ↩️ { $count ->
    [one] Done, I took out the person I had added.
   *[other] Done, I took out the { $count } people I had added.
}
import-bad-empty = That file is empty. Export the address book again and send it to me.
import-bad-zip = It is a compressed file. Open it and send me the .vcf or .csv inside.
import-bad-excel = It is an Excel sheet. Save it as CSV and send me that.
import-bad-unknown = I found no contacts in that file. I read .vcf address books, .csv tables, .ics calendars and the .json from /export.
import-bad-no-name-column = I found no column with names in that table. Put “Name” above it and send it again.
import-bad-too-many = That is more than 10,000 cards: too much at once. Export just one group or label and send it to me.
import-bad-too-big = It is over 20 MB and Telegram won't let me fetch it. Export the address book without photos, or in parts.
import-bad-not-abrazo = That .json is not Abrazo's. I read the one /export gives, .vcf address books and .csv tables.
import-bad-newer = A newer Abrazo wrote that file. Update this one and send it again.
import-bad-download = I couldn't fetch the file from Telegram. Nothing changed: send it again.
export-json = 📦 Everything of yours: { $count ->
    [one] one person
   *[other] { $count } people
} with notes (the 🔒 ones too), dates and greetings. Keep it safe: it isn't encrypted. /import brings it all back.
export-vcard = 📇 The same as an address book, for a phone or Google, without the 🔒 notes: { $count }
export-empty = There is nothing to take yet.
