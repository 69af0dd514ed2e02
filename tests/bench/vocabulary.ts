/**
 * The words that generated records are made of: those that the English content uses more than once, the most frequent first.
 * Names are not among them.
 */
export const VOCABULARY: readonly string[] = `
the of and in is to a that it on for not its as which are by has at from with had states one have be says than norms was no an more them principle
first text two list official does same we own what day out aim so signed or among part all other companies page only report launch our this names
principles nine but read word such supporters security their against group cyber work foreign three they paragraph actors malicious after elections
tools where before those governments since would do too public words up who internet now back without cyberspace itself both said second about there
private aims date infrastructure can post source firms law counts data harm speaks gives core use say none may reports name others asks how support
together international were named into ministry digital hygiene record groups could online means many later society meeting countries end eight
article announced also products alone copy over number measures critical civil hacking found must according six year forum sign summary beside put nor
place reported open third nothing speech well property makes author technology should make prevent given did neither early some opening four last way
people intellectual quotes been state come joined sentence each made blog then another most whose members days preamble every quoted far between
supply answer left government under site rights interference version set experts takes standards chain term count week take leaves any case stands
agreement further took sets when still item held software claim norm kind adds signers five information will cooperation point lists sector he subject
fifty undated capacity practices lost comes go initiative sixth because cybersecurity these points practice much finds reason code attacks title
services activity agree order meant statement keep shows launched declaration working nobody copies disclosure line rules act attack account talks
theft minister world mention cybercrime through lifecycle came meetings missing bodies right while good behind free announcement stability individuals
general speak binds paragraphs large behaviour whether need users existing trade time called drafting taken earlier judgement company wording like
industry though mercenaries responsible give availability secrets business included damage short month limits keeps once study spread whole here
offensive headline secure activities calls outside processes organisations note next his paper published half seen trust off numbers counted absent
yet ninth bears firm absentees rather close goes ways reading stand years eighth cannot wrote know wants protect little multistakeholder again
objections either down community fourth help mentioned opened follows flaws ends link extract address ours peacetime drawn stronger forums
proliferation follow release hold added hate holds process beyond met rival common if matter above universities listed accord better build integrity
already probably absence kept enough spoke defence claims partners campaign gave disinformation find commitment themselves mentions several stayed see
signatories life applies within key being describes question threats officials led inference wider promise purpose effect covers weapons presented
fifth protection agreed country room accessible become very indiscriminate efforts victims stakeholders step apart asked writes done policy signing
guide reaches round technical few repository show goals welcomes nearest parts gap elsewhere protected human vulnerabilities actor threshold proposed
whom rest member draft adopted president seventh puts matters figures suppliers reads less difference start supporter kinds share voluntary
significant systemic tool strengthen approach advanced things dated session fact wrong force advantage lead figure news content turns conduct although
seems regulation change chairs document proposal small responsibility malign texts bring join anniversary letter promises accounts endorsed hundred
reservations form product looks reach used might authorities changed reasons joins scan joint commercial breaks mostly definition why concern
sovereignty older press exact censorship certain she weak began control treaty body chair centre supports notes promotes bind explains dates package
towards serve full begun known shared clause leave original substance excerpt foundation initiatives cause acceptance meet intrusion table ones
written nearly growing pages agency fight comment refused thing steps der repost chief network brought recalls concerns stop example months hack side
summer builds instead printed weeks run pairing magazine grid stable peaceful welcome borders something intent intended implementation silent tell
espionage conference event resolution workshop chance embassy signatures von ransomware abroad prevention rests organisation intelligence systems hard
leaders vote operations election view idea thus sentences praise uses commit ten pledge makers protects told narrower single lacks draws appeared
great drops appears humanitarian during threat inside substantial competitive below active failure cyberwar confirmed risk refusal stood quotation
least until remark declined anything ask associations quote answers brief keeping signature eleven leading mistrust crime war belongs civilians
cyberattacks court basic corrected forward alike runs object therefore programs legal penalties action even develop prints safer commitments authors
newsletter indicators role political requires effort criminals responsibilities confidence institutions recover look consensus cites passages marked
missed longer phrase ended research ideas compendium deal diplomacy condemns objection gone besides condition everyone addressed sent researchers gain
accepted networks resolutions intact removed acts parties method built home brings reader tells announces total past passage expected leads addition
organisers want lack administration expression saying offline threaten national across electoral purposes exist terms dropped undermining exactly
frameworks advice rule fear unconfirmed captions pact him concerned largest never democracy sources readers doubt limited transparency agrees
qualities her symbol having deals routing field institute almost explanation followed head digest developed traffic lawful partnership influence
suggests places versions wide around resilience shape main symbolic correction flow misinformation examples stay along infrastructures coordinated
risks confidential progress adjective review sees centres questions exists conclusion traces match remarks fought complaint notice reached best
platforms interest expects falls leadership shown expert binding promised let opposite tampering approved votes worked concrete chains usual arms safe
updates strong design particular powers works loses bound whatever create normes files actions otherwise vague argues offers turning occur passes
accessibility closely signer backgrounder pandemic needs democracies index worth byline pushed plea techniques practical recognise encourage broad
undermine giving aimed slip inferred endorsement opportunity cited records programme unsigned just ran verb subjects update democratic attention
defend think papers include endorses background legitimate supported helped favour tied formed condemnation presents bill promote roles export
controls addresses health direction lays contrast military innocent differ started events helps noted throughout incident somebody language cut
demands flaw maker hidden meddling willingness thirteenth duties power undefined hands reaffirms naming wanted differences local looser malveillants
description violations gesture long add values appear numbered talk petition dispute dozens win citizens proposals piece section merely objects formal
middle morning laws appeal door checked allies label contradict gaps air task obligations families reaffirm communication carried result armed
defences necessary carry mere character interception media seven office sends plan explained student growth hand association true low nice larger
explain often cover computer hire fears sums contact includes ministers produced series stresses forerunners reporting propose following service
divided debt response similar domains customers going file declarations mistake supplier closing final consulted advance delivered authority momentum
threatens whoever system belong widely computers machines building apply reduced space retaliation knows duty cases comparison physical sounds model
variety reliable limit speakers resolved carries shares supposes fits else hundreds undertake safety starting signs teeth fall stock moment tripled
danger coalition merged links spoken joining failed designed history times putting attackers passed lies workshops guess value methods discussed items
backed reporters perfect redrafted attempts ban important thresholds partner contains net stops argument message likely regulators suggest wish anyone
sectors copied artificial guard thirty plays different improving including notably independent occurs conflict creating resilient strengthened affirm
willing preventing strengthening cables worse catastrophe hopes wait trace daily blame quotations showed ascribed seem summaries tank criticism
bulletin troubles voice developing making write tabled attribution traced men dozen market revenge ever copyright closed respective archive decision
attempt confirms thereby spare countermeasures destructive recalled issued introduced blamed hours default everywhere restraint sites midterm facial
recognition defended clear check botnets discuss signatory equipment bear entered provides became comments measured sheet recommendation goods
disputed habits confiance break argued asking confined standard strength programmes cooperate hostile tried ranking commits plainly move described
secret yearly mercenary govern hospitals prevented victim get differs adjectives threatened fewer depends languages slightly becomes changes badly
whereas founded hardly perhaps apparently saw heard objectives ambiguities supporting goal ties seek compared lines recovery speaker praises range
thought alphabetical pledges grown planned nowhere due campaigns learn circle begin executive contrary ground charities length publication seeks
needed nuclear lent complete writing doubtful shut except plain agreements milder scope guesses lot committee platitudes mean descent recognises heart
models unchanged old future translation pressed central privacy hot recent regulate players counterpart analysis recommends beginning blocked police
hide present survey liaison hub interoperable license request indices incentives intention covered fiber category lives crucial social economic
technologies respect encouraging mechanisms intentionally stolen widespread newspaper dual disarmament counterweight invites drive blames ceremonies
monopoly drew serves stated camps seldom unclear spot appeals charge quarrel submarines development looked guessed false prefer refusing emergency
charged providers linked targets critics buy play sold offences refers defines sponsors alternative sixteen cost struck informatique publicly culprit
denied measure seizure striking available exchange devoted border turn type openly strikes uncertain facts tracing choose everyday settings picks
program money lower honest conditions spells branch skills rewards tensions devices define vulnerability repeats crowd instance discussion premises
party hacks pay claimed encourages fails cryptographic identity doing installations water dangerous behalf acting suffered edge servers industriels
endanger stress edition regional touches reliability simply understood draw capacities nouns fills concert creates narrow destabilise outils logiciels
strike curb contain unsaid notable obligation fixes sense assessment unless occasion presumably entry doubled fourteen rounded story moved defends
outright cities regions push regulated remarkable namely away judged energy implication treats centenary hope courting reproach interfering complained
transcript contents touched doubts forces settle advocacy rooms error suffer spying ready kinder mainly drawing trying enforcing origin survive eye
witness recur diplomatic opens annual fair intentional proliferating everybody civilian counting staying offered excluded project breath settled
dialogue begins drift matches care organise unmentioned freedom economy strategy consistent separate merger surprise governed federal smaller emerging
matched loosely credit placed infer accused multilateralism blocs tries warns grids functions travelled outcome accessions bureau crisis ordinary
fullest applied notion went cyberstability obstacle buyers anybody children criteria privateers agencies near eco quarter heading bullets aspects
cultural customary associated condemn impartial capable reduce relevant damages advantages stage advancing issues appropriate destabilising complain
lineage timeline tables succeeded banned offices late lets refuse marks affects innovation created sitting fr guests opinions weekend unknown rate
ascribes friends opinion difficulties organiser trillions dwell collective eve accession disagree visit reserve reserves endorse probable today
arrangement confusion avoid restatement based unnamed reaching divide enforces hoard interface confirm welcomed averted incidents punishable exception
escalation bystanders shuts participants views checks debate likewise concluded derives coordinates operators revised remained remembers guided fell
wished strikingly swallowed dumped presidential directed attacked deadlock disguised billions noticed membership spared channel academic uneasy flood
lasted debated dwelt charges recorded undertook received earliest younger supplies offer outlets policies additions criticised attribute weigh judge
person criminal individual backups consists announcements exchanges misread mesures harmful meets informing helping bug mend mended essential rely
dealt earns penalty weight agreeing botnet target engineers occasions denies latest diligence analogy transport stocks return domain safeguards
affaires deserve depend defined hosted quality gains qui shade declare web always lacked loss stays require visible qualifiers narrows emphasis coined
contradicts merges voting fundamental happens affirms losing politics largely obvious spell collaboration road specific lesson punctuation fit spur us
silence founders nation shield meddlers sought introductory inviting useful protecting clarify pass plausible vision doctrine arrival businesses
proposes pleaded violence failures handed concedes effects disturb prefers banks acted misses voters mail stakeholder registry pledged detail mixture
commissions coalitions collectives widen involved problems weaknesses dead motive nevertheless impose definite declining greater expect defensive
pacts spreading thinks enforce express attributed parallel knew believes touch overlap legally governing respects increasingly directs propaganda
pursue imperfect arrives ahead try wrongly removals commonly tags captured raised everything restart stalled achieved weaker answering lowest
shortened repressive ruled adversaries replaces softer promotion signals multinationals regimes sits ill looking journal capitals played sensible
released rush lofty rivals owes promoter thrown plans moving tie hackers fluff allows authorship unites motto choice gathering grow tangible directly
outlook broken journalists mass loaded real won subtitle deputy becoming scores intervention stalemate proof thanks puzzle signal elements
spokesperson briefly arrived respected giants rounds urge managed mankind higher openness framework backs borne returns caution major treat
authoritarian theme routes context photo sustainability applying modest vital management reprints restores accusations destabilised lifetime machine
ceremony authoritative challenges restates dish connection recognised cluttered platter taking internets trustworthiness singles encouragement
defenders feared trusted harder turned calm lobbying surveillance diplomats using commentary irresponsible sale pillars accountability cuts tension
actual geopolitics expertise carrying conclusions paid countering areas reference altered interprets observatory disruptive interpretation talked
likened education finance nationalisation unnoticed remedies chapter course channels gained founds reviewed comparable findings spreadsheet sell
lifeline extends hacked former success defending separates level careless burden directions omits domestic decide spares finding grave borrowed
objected balance hospital hardware useless machinery substantially damaged forwarding consultation seventeen reconciled altogether letters`.trim().split(/\s+/);
