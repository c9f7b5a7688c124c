package attrib

// agencyWord is common nouns that a name before them names: "the TASS agency".
var agencyWord = map[string]bool{
	"agency": true, "newspaper": true, "daily": true, "paper": true, "radio": true, "television": true,
	"tv": true, "weekly": true, "magazine": true, "channel": true, "station": true, "network": true,
	"website": true, "broadcaster": true, "report": true, "service": true, "wire": true, "tabloid": true,
}

// stationWord is the words of agencyWord that belong to the name before them.
var stationWord = map[string]bool{"radio": true, "television": true, "tv": true}

// muteWord is nouns for acts, states and ideas, which show something at best:
// nobody has said what "the signing indicates".
var muteWord = map[string]bool{
	"absence": true, "action": true, "approach": true, "attack": true, "behavior": true, "behaviour": true,
	"change": true, "conclusion": true, "crisis": true, "decision": true, "decline": true, "development": true,
	"election": true, "event": true, "existence": true, "experience": true, "fact": true, "failure": true,
	"growth": true, "history": true, "incident": true, "increase": true, "meeting": true, "move": true,
	"presence": true, "position": true, "principle": true, "progress": true, "relation": true, "rise": true,
	"signing": true, "situation": true, "stance": true, "step": true, "success": true, "tension": true,
	"trend": true, "trip": true, "victory": true, "visit": true, "war": true,
}

// documentWord is nouns for things that are read.
var documentWord = map[string]bool{
	"statement": true, "report": true, "letter": true, "document": true, "communique": true,
	"communiqué": true, "article": true, "editorial": true, "commentary": true, "declaration": true,
	"resolution": true, "treaty": true, "memo": true, "memorandum": true, "study": true, "survey": true,
	"poll": true, "text": true, "release": true, "message": true, "email": true, "book": true, "law": true,
	"accord": true, "agreement": true, "bulletin": true, "cable": true, "constitution": true, "decree": true,
	"draft": true, "indictment": true, "manifesto": true, "petition": true, "story": true, "transcript": true,
	"verdict": true,
}

var groupWord = map[string]bool{
	"official": true, "source": true, "analyst": true, "expert": true, "diplomat": true, "observer": true,
	"witness": true, "resident": true, "activist": true, "critic": true, "supporter": true, "protester": true,
	"people": true, "police": true, "authority": true,
}

// wishes is cues whose clause is wanted, feared or settled on rather than told.
var wishes = map[string]bool{
	"hope": true, "wish": true, "want": true, "fear": true, "worry": true, "wonder": true, "agree": true,
	"decide": true, "plan": true, "intend": true, "prefer": true, "order": true, "desire": true,
	"forget": true, "imagine": true, "pretend": true,
	"require": true, "request": true, "demand": true, "ensure": true, "recommend": true, "propose": true,
}

// vouches is verbs that take for their object an event whose truth their subject
// speaks to: "denied the visit", "announced the signing".
var vouches = map[string]bool{
	"acknowledge": true, "admit": true, "allege": true, "announce": true, "claim": true, "confirm": true,
	"contradict": true, "debunk": true, "deny": true, "disclose": true, "dismiss": true, "dispute": true,
	"predict": true, "rebut": true, "refute": true, "report": true, "reveal": true, "rule out": true,
	"repudiate": true,
}

// personWord is nouns for somebody who speaks by virtue of what he is.
var personWord = map[string]bool{
	"admiral": true, "adviser": true, "advisor": true, "aide": true, "ambassador": true, "author": true,
	"boss": true, "candidate": true, "chairman": true, "chairwoman": true, "chancellor": true, "chief": true,
	"colonel": true, "commander": true, "commissioner": true, "coordinator": true, "correspondent": true,
	"defector": true, "delegate": true, "deputy": true, "director": true, "doctor": true, "economist": true,
	"emissary": true, "envoy": true, "eyewitness": true, "general": true, "governor": true, "head": true,
	"judge": true, "lawmaker": true, "lawyer": true, "leader": true, "legislator": true, "mayor": true,
	"minister": true, "negotiator": true, "officer": true, "president": true, "premier": true,
	"prosecutor": true, "professor": true, "reporter": true, "representative": true, "researcher": true,
	"scholar": true, "secretary": true, "senator": true, "soldier": true, "speaker": true, "specialist": true,
	"spokesman": true, "spokesperson": true, "spokeswoman": true, "survivor": true, "veteran": true,
	"villager": true,
}

// bodyWord is nouns for an organisation that has been named before: "the group".
var bodyWord = map[string]bool{
	"group": true, "organisation": true, "organization": true, "company": true, "firm": true, "party": true,
	"ministry": true, "movement": true, "union": true, "alliance": true, "association": true, "army": true,
	"bank": true, "body": true, "bloc": true, "charity": true, "commission": true, "committee": true,
	"council": true, "department": true, "embassy": true, "foundation": true, "fund": true, "government": true,
	"institute": true, "militia": true, "mission": true, "office": true, "panel": true, "university": true,
	"watchdog": true, "faction": true, "coalition": true, "airline": true, "court": true, "parliament": true,
}

// generalBody is the nouns of bodyWord that any organisation may be called.
var generalBody = map[string]bool{
	"group": true, "organisation": true, "organization": true, "body": true, "movement": true, "watchdog": true,
}

// mediumNoun is the last words of the names of media: "Harbour Post".
var mediumNoun = map[string]bool{
	"chronicle": true, "courier": true, "daily": true, "dispatch": true, "gazette": true, "herald": true,
	"independent": true, "journal": true, "mirror": true, "monitor": true, "news": true, "observer": true,
	"post": true, "press": true, "radio": true, "standard": true, "sun": true, "telegraph": true,
	"television": true, "times": true, "tribune": true, "tv": true, "weekly": true,
}

// press is nouns that stand for the media before "reports", "claims".
var press = map[string]bool{
	"media": true, "press": true, "news": true, "newspaper": true, "television": true, "tv": true,
	"radio": true, "agency": true, "tabloid": true,
}

// hearsay is nouns for what is told by nobody who is named: "rumours that".
var hearsay = map[string]bool{
	"report": true, "rumor": true, "rumour": true, "allegation": true, "claim": true, "speculation": true,
	"accusation": true, "suggestion": true, "charge": true, "assertion": true, "contention": true, "insinuation": true,
}

// goingOn is verbs whose infinitive is an act that has happened: "went on to say".
var goingOn = map[string]bool{
	"go": true, "continue": true, "proceed": true, "come": true, "begin": true, "start": true, "hasten": true,
	"dare": true, "manage": true, "use": true, "have": true,
}
