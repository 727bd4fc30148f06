/**
 * What the likelihood of a text knows of language before it has read the answer: frequent English
 * words, and many with a doubled letter, because `let` + `ter` and `wat` + `ter` differ in nothing
 * but the word that they make. Words of other languages come from the answer itself.
 */
const list = `
the of and to in is it that was for on are as with his they be at one have this from or had by but not
what all were we when your can said there use an each which she do how their if will up other about
out many then them these so some her would make like him into time has look two more write go see
number no way could people my than first water been who its now find long down day did get come made
may part over new sound take only little work know place year live me back give most very after thing
our just name good sentence man think say great where help through much before line right too means
old any same tell boy follow came want show also around form three small set put end does another
well large must big even such because turn here why ask went men read need land different home us
move try kind hand picture again change off play spell air away animal house point page letter
mother answer found study still learn should world every between own below country plant last school
father keep tree never start city earth eye light thought head under story saw left don't few while
along might close something seem next hard open example begin life always those both paper together
got group often run important until children side feet car mile night walk white sea began grow took
river four carry state once book hear stop without second later miss idea enough eat face watch far
really almost let above girl sometimes mountain cut young talk soon list song being leave family it's
value values server service request requests response data database table index query user users
process memory cache system file files code function return const value string number object array
type interface class import export default async await promise error errors message messages method
model result results string stream thread version update create delete select insert where order
during within however therefore usually generally already although whether water later rather better
over ever never every several general different several energy process light system cells example
minutes hours heat oil salt pepper flour sugar oven taste serve add mix cook bake garlic onion
all call fall small hall wall tall well tell sell spell still will fill kill skill bill hill until
ball full pull roll hello yellow follow allow below follow collect collection parallel excellent
install installed actually really finally usually generally carefully especially normally totally
basically eventually automatically manually typically specifically originally globally locally
dollar million billion village college intelligent illustrate illness silly jelly cellular cell
controlled controller cancelled labelled travelled alley valley gallery illegal pollution bullet
class pass mass less unless loss miss kiss boss cross across press express address access success
process processes processing progress process possible impossible assess message passage classic
necessary session mission permission discussion expression impression pressure professional assume
assign assist associate assert issue issues tissue missing passing password blessing lesson essential
business darkness happiness awareness weakness fitness kindness brightness usefulness endless careless
see seem seen need feed keep deep sleep week been green tree three free agree between meet street
feel feet speed feedback needed exceed succeed proceed fee coffee degree guarantee employee engineer
too book look took good food room soon moon school tool tools cool pool loop loops zoom root boot
door floor choose loose foot wood mood proof roof cooking boolean cooperate bloom smooth shooting
better letter matter little bottle battle cattle butter pattern attack attempt attach attention
attribute attitude cotton button bottom written getting setting settings putting cutting sitting
hitting splitting fitting latter utter scatter twitter kitten mitten committee committed permitted
transmitted submitted admitted formatted formatting emitted emitter splitter commit quietly gotta
off offer office officer official effect effective effort different difference difficult affect
afford coffee traffic staff stuff buffer buffers differ suffix sufficient efficient offset
efficiency suffer cliff stiff toffee giraffe
correct error errors mirror arrive array arrays arrow narrow current currency carry carried hurry
worry sorry tomorrow borrow barrier terrible horrible warranty occurred occurrence interrupt
interrupted irregular referring referred preferred transferred surrounding surrogate embarrass
running planning beginning winning scanning inner dinner winner connect connection connected
connector channel cannot annual announce funny sunny penny manner banner tunnel cannon innovation
scanner planned planner tennis annoy spinning thinner
apple apply applied application applications appear appears approach appropriate approximate happen
happens happy happiness support supported supports suppose upper supper paper pepper copper
stopped stopping dropped dropping mapped mapping shipping shopping wrapper wrapped skipped clipping
opposite opportunity supply supplies suppress tipping equipped stripped append appendix stepped
account accept access accuracy accurate according across accident occur occurs success successful
succeed soccer tobacco accessory accommodate vaccine
common command commands comment comments commit commonly communicate community committee summer
summary hammer grammar programming programmer immediate immediately immune recommend recommended
dimmer swimming trimmed summarize symmetry symmetric dilemma comma gamma summit mammal
add added adding address addition additional middle ladder sudden hidden embed embedded bidding
padding sudden wedding odd riddle paddle saddle shudder
bigger biggest egg eggs suggest suggested logger logging trigger triggers triggered struggle toggle
flagged debugging debugger aggregate aggressive luggage exaggerate jogging
rubber bubble hobby cabbage lobby dubbed ribbon rabbit stubborn
puzzle pizza dizzy fuzzy jazz buzz drizzle
navvy savvy vacuum skiing bookkeeping aardvark
key keys per side beside describe described token tokens capacity bucket client queue retry limit
able action active actual age aim amount area avoid aware base basic battery become behind believe belong
benefit best body bring build builder button buy care case cause center certain chance change chapter check
choice choose clear click climb clock clone close cloud color column compare complete computer concept
condition consider console constant contain content context continue control convert copy core cost count
course cover cross current customer daily damage danger date decide default define degree delay deliver
demand depend design desk detail detect develop device direct discover display distance divide doctor
document double doubt draw dream drink drive edge edit else empty encode engine ensure enter entire
environment equal escape estimate evening event exact examine except exercise exist expect expensive
experience explain express extend extra fact factor famous farm fast favor feature fetch field fight figure
final fine finger finish fire fish fix flag flat flow focus folder force forest forget format forward
frame fresh friend front fruit function fund further future garden gather general generate gentle goal
grammar grand great ground grow guess guide handle happy harbor hardware header health heart height history
hold holiday hope host huge human hundred ice ideal image imagine import improve include income increase
index indicate industry input inside instead integer interest internal internet invite island item join
judge jump key label language large launch layer layout lead leader length level library limit line link
load local location lock logic lose lost lower machine main maintain major manage manual map mark market
master match material measure media medium meeting member mention menu message metal middle mind minimum
minute mistake mode modern module moment money month morning motion multiple music name nature network
neutral news nice node noise normal north note notice numeric object observe obvious offline old online
operate option orange order organ origin output outside owner package page paint pair parent part partner
path pause peace percent perfect perform period permit person phase phone phrase physical pick piece pipe
place plain plan plane planet platform player please plenty plus poem poetry policy pool port position
power practice prefer prefix prepare present press prevent price print private problem produce product
profile program project promise pronounce proper propose protect protocol provide public publish purchase
purpose push quality quarter quick quiet quote range rate raw reach reader reason receive record recover
reduce refer reflect refuse region register regular reject relate release remain remember remote remove
render repair repeat replace report require research resource respect response rest restart retry reverse
review rich river role round route routine rule safe sample save scale scan schedule science scope score
screen script search season section sector secure segment sense separate sequence series service session
setup seven shadow shape share sharp shift short shut sign signal silent similar simple single site size
skin slide slight slow smart smell social society soft soil solid solution solve sort source south space
speak special spend split sport spot spread spring square stable stage stand standard star state station
status stay stick stone storage store storm strange strategy street strength strict strong structure
student style subject submit subtle suite sum supply sure surface survey sweet switch symbol syntax table
target task taste teach team technical technique template term test text theory thick thin thing thirty
throw ticket tight title today toe together token tone topic total touch tour toward tower town trace
track trade train transfer transform translate travel trial trick trip trouble true trust truth twelve
twenty twice type typical under union unit universe upload usable useful usual utility valid variable
various vector vehicle verify vertical video view visible visit vital voice volume wait wake want warm
warning waste wave weather website weight west wheel whatever wide width wife wild win wind window wine
winter wire wise wish wonder worker worse worst worth wrap writer wrong yard yellow yesterday young
capability one two three four five six seven eight nine ten envelope quickly directly account poor told sold held kept left lost meant met paid rode ran
said sang sat sent shook shown spent spoke stood stole swam taught tore thrown woke wore won wrote log
logs aus dass das bis bei vom zum zur beim noch nur nun ob wie was wo wer hat hast ist bin bist sie wir ihr
und der die das ist nicht ein eine einen mit für auf sich auch als werden wird haben sind oder aber
wenn dann dass muss müssen kann können sollte sollten wollen alle alles allen also etwas immer wieder
bitte hatte hätte mitte schritt schnitt mittel ermittelt vermittelt beitritt wetter blatt statt stadt
wasser besser lassen lässt wissen bewusst gefasst fassen zusammengefasst verfasst erfasst umfasst fassung
anpassen angepasst passiert passend passt essen messen gemessen dessen interesse klasse masse prozess
schloss flüssig verlässt schlüssel müsste wüsste
soll sollen will wollte stelle stellen bestellen erstellt gestellt stellt voll vollständig fall falls
gefallen schnell hell zelle quelle tabelle welle rolle kontrolle modell aktuell speziell eventuell
offen hoffen treffen betreffen schaffen stoff begriff zugriff angriff öffnen öffentlich öffnet
kommen bekommen immer zimmer nimmt stimmt bestimmt nummer summe sammeln zusammen programm kommentar
kann wann dann denn wenn nennen kennen können gewinnen beginnen begonnen innen sinn sonne trennen
können erkannt genannt bekannt brennen spannung wonne wärmepumpe
doppelt gruppe klappt treppe stoppen kopplung appell knapp kappe
herr irren sperren verwirrt korrekt dürr
idee see meer mehr leer tee allee boot haar paar jahr
est une les des pour dans que qui pas sur avec sont mais comme nous vous elle elles cette quelle
belle nouvelle ville mille travailler appeler effet différent offre affaire comment commun homme
femme somme année donner personne bonne connaître passer message laisser aussi possible nécessaire
arriver erreur terre guerre correct mettre permettre lettre attention petite
que los las del una por con para como pero sus este esta entre cuando muy sin sobre también llegar
llamar ella ellos desarrollo calle perro correo error tierra leer creer proveer dirección acción
`

/** Every word once, in small letters. */
export const knownWords: ReadonlySet<string> = new Set(list.trim().split(/\s+/u))
