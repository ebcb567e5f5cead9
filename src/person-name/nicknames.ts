/** Given names used for one another in the United States; each line is one group, the full name first; a name may be in several. */
const groups: readonly (readonly string[])[] = `
abigail abby gail
abraham abe
albert al bert
alexander alex xander sasha
alexandra alex sandra sandy lexi sasha
alexis alex lexi
alfred al fred
alan allan allen al
alicia lisha
amanda mandy
andrew andy drew
angela angie
anthony tony antonio
antonio tony
arthur art artie
barbara barb babs
benjamin ben benny benji
bernard bernie
beverly bev
bradley brad
brandon brand
brian bryan brain
calvin cal
cameron cam
carolyn carol carrie
caroline carol carrie
catherine katherine kathryn cathy kathy kate katie kay cate katy
cecilia cece
charles charlie chuck chas
charlotte char lottie
chester chet
christian chris
christina chris tina christy kristina
christine chris tina christy kristine
christopher chris topher kit kristopher
clifford cliff
clinton clint
cynthia cindy
daniel dan danny
danielle dani
david dave davey
deborah debra deb debbie
dennis denny
derek derrick
dominic dom nick
donald don donny donnie
dorothy dot dottie
douglas doug
edward ed eddie ted ned
edgar ed
edwin ed
eleanor ellie nora
elizabeth liz beth betty betsy eliza lizzy elisabeth libby
emily em emmy
eric erik rick
eugene gene
evelyn evie
francis frank fran
francisco frank paco cisco pancho
frances fran frannie
franklin frank
frederick fred freddy rick frederic
gabriel gabe
gabriela gabby gabrielle gabriella
gary garry
geoffrey jeffrey jeff geoff jeffery
george georgie jorge
gerald jerry gerry
gilbert gil
gregory greg gregg
guadalupe lupe
guillermo memo bill
gwendolyn gwen
harold hal harry
harrison harry
henry hank harry enrique
herbert herb
howard howie
irene rene
isaac ike
isabel bella izzy isabella
ignacio nacho
jacob jake jacobo
jacqueline jackie
james jim jimmy jamie jaime
janet jan
jason jay
jean jeanne jeannie
jennifer jen jenny jenn
jeremiah jerry jeremy
jerome jerry
jessica jess jessie
jesse jess
jesus chuy
joan joanie
joanne jo joann joanna
john jon johnny jack juan
jonathan jon john johnathan jonathon nathan
jose pepe joe joseph
joseph joe joey jose
joshua josh
josephine jo josie
judith judy
julia julie
karen kari
kenneth ken kenny
kimberly kim kimberley
kristen kris kristin kirsten
lawrence larry laurence
leonard len lenny leo
leonardo leo
leroy roy
leslie les lesley
lillian lily lil
linda lindy
louis lou lewis luis
louise lou
lucille lucy
luis lou louis
madeline maddie
manuel manny
marcus marc mark
margaret maggie peg peggy meg marge margie greta
maria mary marie
marjorie marge
martha marty
martin marty
marvin marv
matthew matt mathew
maureen mo
maximilian max
maxwell max
megan meg meghan
melanie mel
melissa mel missy
melvin mel
michael mike mickey mick micheal mikey miguel
michelle shelly michele
mildred millie
mitchell mitch
mohammed mohammad muhammad mohamed mo
nancy nan
natalie nat
nathan nate
nathaniel nate nathan nat
nicholas nick nicolas nicky
nicole nikki nicky
norman norm
oliver ollie
oscar ozzie
pamela pam
patricia pat patty trish tricia patti
patrick pat paddy
paul pablo
pedro peter
peter pete pedro
philip phil phillip
priscilla cilla
rachel rachael
ramon ray
randall randy randal
randolph randy
raymond ray
rebecca becky becca
reginald reggie reg
ricardo rick ricky
richard rick dick rich ricky richie ric
robert bob rob bobby robby robbie bert roberto
roberto rob bob robert beto
roderick rod
rodney rod
roger rodge
ronald ron ronnie
rosemary rose rosie
rudolph rudy
rodolfo rudy
russell russ
ruben reuben rueben
salvador sal
salvatore sal
samantha sam sammy
samuel sam sammy
sandra sandy
sara sarah
scott scotty
sean shawn shaun
shannon shan
sharon shari
shirley shirl
stanley stan
stephanie steph stefanie
stephen steve steven stevie
steven steve stephen stevie esteban
stuart stu stewart
susan sue susie suzanne suzy
suzanne sue susan suzy
sylvia syl
tamara tammy
teresa theresa terry tess terri
terrance terry terrence terence
theodore ted teddy theo
thomas tom tommy tomas
timothy tim timmy
tobias toby
todd tod
tracy tracey
valerie val
vernon vern
veronica ronnie roni
victor vic
victoria vicky tori vicki
vincent vince vinny vin
virginia ginny
walter walt wally
warren ren
wendell wen
wesley wes
william bill will billy willie liam
winston win
yolanda yoli
zachary zach zack zachery zackary
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

const groupsByName = new Map<string, readonly number[]>();
for (const [index, group] of groups.entries()) {
  for (const name of group) groupsByName.set(name, [...(groupsByName.get(name) ?? []), index]);
}

/** The groups a folded given name belongs to; names with a common group may be one person's. */
export function nicknameGroups(given: string): readonly number[] {
  return groupsByName.get(given) ?? [];
}

/** Whether two folded given names are used for one another: Bob and Robert. */
export function areNicknames(one: string, other: string): boolean {
  const groupsOfOther = nicknameGroups(other);
  return nicknameGroups(one).some((group) => groupsOfOther.includes(group));
}

/** Whether a folded given name is the full one that the other is short for: Robert for Bob. */
export function isFullNameOf(full: string, short: string): boolean {
  return full !== short && nicknameGroups(short).some((group) => groups[group]?.[0] === full);
}
