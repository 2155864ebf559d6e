import { entries } from './meanings';

/**
 * Words that are neither data nor grammar. Politeness and the like are read over silently; `telling` ones are named with the
 * answer, because somebody may have meant something by them.
 */
export const LIGHT_WORDS = [
  ...entries('filler', [
    [
      'pls|plz|plse|thx|ty|tia|thank u|many thanks|asap|fyi|btw|hmm|hm|oh|ah|yeah|sure|right then|good morning|good afternoon|good evening|quick question|quickly please|if possible|if you can|if you could|if you dont mind|when you can|for me|for us|for my boss|for the boss|for a meeting|for the meeting|for my meeting|for the board meeting|for the report|for the deck|for a deck|for the slides|for my report|for the board|for a presentation|for a slide|im curious|i am curious|just curious|curious|im interested in|i am interested in|interested in|id love to know|i would love to know|i was wondering|wondering|im wondering|i am wondering|im looking for|i am looking for|looking for|were looking for|im trying to find|im trying to find out|trying to find out|trying to see|i would like to see|id like to see|can you tell me|could you tell me|can you show me|could you show me|can you give me|could you give me|can i see|could i see|can i have|could i have|can i get|could i get|could you please|can you please|would you mind|i have to know|i need to know|i need to see|we need to know|we need|we want|we want to know|we want to see|need to know|want to know|want to see|do you happen to know|do you know|any idea|please let me know|let me know|let me see|lets see|lets look at|have a look at|take a look at|pull up|fetch|grab|bring up|run me|quick look at|a breakdown|rundown|a rundown of|an overview of|run down|a graph of|a chart of|a plot of|graph of|chart of|plot of|as a graph|in a graph|in a chart|on a chart|table of|a table of|a list of|list of',
      'bitteschon|dankeschon|moin|servus|gruss gott|guten morgen|guten abend|hallo zusammen|kurze frage|wenn moglich|falls moglich|fur mich|fur den bericht|fur meinen chef|ich hatte gern|ich hatte gerne|ich wurde gern wissen|ich wurde gerne wissen|ich wurde gerne sehen|mich interessiert|mich wurde interessieren|uns interessiert|wir brauchen|wir mochten|wir wollen wissen|ich mochte wissen|ich will wissen|kannst du mir sagen|konnen sie mir sagen|kannst du mir zeigen|konnen sie mir zeigen|konntest du mir|konnten sie mir|sag mir|sagen sie mir|zeig mal|zeigen sie mir|geben sie mir|lass mich sehen|weisst du|wissen sie|bitte mal|mal bitte|eine ubersicht|eine liste|eine aufstellung|aufstellung|eine grafik|eine tabelle|als grafik|als tabelle dargestellt',
      null,
      0.05,
    ],
    [
      'basically|essentially|simply|honestly|literally|obviously|specifically|namely|maybe|perhaps|possibly|probably|generally|generally speaking|more or less|or so|around about|circa|approx|about roughly|at all|at the end of the day|by any chance|will do|would do|is enough|are enough|is fine|are fine|would be enough|would be fine|will suffice|suffices|is plenty|is all i need|is all we need|thats all|thats it|all in all|all told|in sum|on the whole|as a whole|taken as a whole|throughout|all along|again|once again|once more|first of all|for starters|to start with|to begin with|for now|for a start|as such|across the board|by the way|in fact|indeed|of course|anyway|anyhow|somehow|after all|out there|on record|on file|in our records|in our system|in the system|in the records|according to the data|according to the file|according to this|based on the data|based on this|based on this data|going by the data|from the data|from this data|from the file|from this file',
      'reicht|reichen|genugt|genugen|reicht mir|reicht uns|grundsatzlich|im grunde|eigentlich|ehrlich gesagt|uberhaupt|ungefahr|etwa|circa|ca|rund|zirka|in etwa|mehr oder weniger|vielleicht|moglicherweise|wohl|eben|halt|nun|nochmal|noch einmal|zunachst|alles in allem|im ganzen|unterm strich|im allgemeinen|allgemein|generell|laut daten|laut den daten|laut der datei|im system|denn so',
      null,
      0.15,
    ],
    [
      'on its own|on their own|by itself|by themselves|its own|own|itself alone|alone',
      'fur sich|allein|alleine|fur sich genommen',
      'telling',
      0.3,
    ],
    [
      'generate|generates|generating|bring|brings|brought|brought us|bring us|brings us|bringing|occur|occurs|occurred|occurring|took place|takes place|taking place|take place|arise|arises|arose|come in|came in|comes in|coming in|come up|came up|turn up|turned up|show up|shows up|showed up|appear|appears|appeared|pop up|go through|went through|goes through|have had|has had|had had|end up|ends up|ended up|turn out|turned out|amount to|amounts to|amounted to|come to|comes to|came to|add up to|adds up to|make up|tend to|tends to|seem|seems|seem to|seems to|manage to|managed to|manage|managed|deal with|dealt with|handle|handles|handled|carry out|carried out|perform|performs|performed|conduct|conducted|achieve|achieves|achieved|attain|attained|gather|gathered|accumulate|accumulates|observe|observes|involve|involves|involved|belong|belongs|belong to|belongs to|fall into|falls into|falls under|sit in|stand at|stood at|look like|looks like|looked like|exactly do|do exactly|take in|took in|takes in|pull in|pulled in|pulls in|rack up|racked up|clock up|clocked up|notch up|notched up|contribute|contributes|contributed|handle in|run up',
      'generiert|generieren|erzielt|erzielen|erzielte|erzielten|erwirtschaftet|erwirtschaften|gebracht|bringt|bringen|brachte|brachten|eingebracht|eingefahren|erreicht|erreichen|erreichte|passiert|passieren|passierte|stattgefunden|fand statt|fanden statt|finden statt|vorgekommen|kam vor|kamen vor|kommt vor|kommen vor|kommen zusammen|kam zusammen|zusammengekommen|entstanden|entstand|entstehen|angefallen|anfallen|fielen an|fallt an|fallen an|aufgetreten|traten auf|trat auf|treten auf|ergibt|ergeben|ergab|betragt|betrug|betragen|belauft sich|gemacht|machen|machte|geschafft|schafft|gehort|gehoren|entfallt|entfallen|verzeichnet|verzeichnete',
      'telling',
      0.3,
    ],
    [
      'recorded|registered|logged|tracked|observed|noted|measured|captured|documented|entered|placed|made|counted|issued|raised|filed|posted|scored|traded|occurring|generated|accrued|conducted|performed|listed',
      'erfasst|eingetragen|registriert|aufgezeichnet|gemessen|beobachtet|dokumentiert|gesammelt|gelistet|gefuhrt|durchgefuhrt|verbucht|gehandelt',
      'telling',
      0.35,
    ],
  ]),
];

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Verbs and participles that turn a figure into another, or choose rows: nobody may read over them. */
export const TURNING: ReadonlySet<string> = list(
  'lose loses lost losing return returns returned returning refund refunds refunded cancel cancels canceled cancelled cancelling fail fails failed failing miss misses missed missing reject rejects rejected waste wastes wasted owe owes owed save saves saved discount discounts discounted stop stops stopped leave leaves left quit quits drop drops dropped decline declines declined reduce reduces reduced cut cuts skip skips skipped avoid avoids avoided exclude excludes excluded omit omits omitted ignore ignores ignored lack lacks lacked default defaults defaulted churn churns churned expire expires expired dispute disputes disputed contest contests contested delay delays delayed forfeit forfeited withdraw withdraws withdrew withdrawn dismiss dismissed resign resigned borrow borrowed lend lent gain gains gained remain remains remained remaining differ differs differed exceed exceeds exceeded double doubles doubled triple tripled halve halved grow grows grew grown shrink shrank fall falls fell fallen rise rises rose risen concede concedes conceded break breaks broke broken damage damages damaged destroy destroyed steal stolen spill spilled leak leaked defer deferred suspend suspended pend pending estimate estimated expect expects expected plan plans planned budget budgeted forecast projected predict predicted propose proposed offset recover recovers recovered reuse reused recycle recycled forget forgot forgotten hide hid hidden delete deleted archive archived close closed open opened pay paid bill billed ship shipped deliver delivered win won draw drew beat beats tie tied pass passed repeat repeated ' +
    'verliert verloren storniert stornieren zuruckgegeben erstattet verpasst abgelehnt verschwendet gespart fehlt fehlen gekundigt ausgefallen verspatet offen geplant geschatzt erwartet gestrichen',
);
/** Beginnings that turn a verb round: unpaid, nonpaying, oversold. */
export const TURNED = /^(?:un|non|over|under|mis|dis|de|re|anti|out)\p{L}{4}/u;
