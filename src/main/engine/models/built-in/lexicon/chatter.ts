import { entries } from './meanings';

/** Words that change nothing, and questions that no table answers. */
export const CHATTER = [
  ...entries('filler', [
    [
      'please|pls|plz|kindly|hi|hello|hey|thanks|thank you|thanks a lot|thank you very much|ok|okay|so|well|then|there|in here|actually|basically|cheers|dear',
      'bitte|danke|hallo|guten tag|vielen dank|mal|denn|doch|also|dann|es|gibt',
      null,
    ],
    [
      'can you|could you|would you|will you|can we|could we|can i|could i|may i|i want|i need|i would like|i d like|id like|would like|want to|need to|like to|to see|to know|to have|to get|let me|let us|lets|help me|do you know|i wonder|work out|tell me|tell us|you|get me|my boss wants|for a report|can you get me that|do we have|we|i|our|my|me|us|their|your|them|they|it|its|he|she',
      'kannst du|konntest du|konnen sie|ich mochte|ich brauche|ich will|mir|uns|ich|wir|du|sie|unser|unsere|unserer|mein|meine|sagen|gerne|wissen',
      null,
    ],
    [
      'the|a|an|this|that|these|those|some|any|all|is|are|was|were|be|been|am|do|does|did|has|have|had|there is|there are|there were|is there|are there|being|itself|just|only|ever|even|really|exactly|roughly|about|whole|entire|full',
      'die|der|das|den|dem|des|ein|eine|einen|einem|einer|eines|ist|sind|war|waren|hat|haben|wird|werden|wurde|wurden|alle|allen|aller|auf|nur|einmal|sich',
      null,
    ],
    [
      'what|whats|what is|what are|how|hows|how is|how are|how was|how did|how does|how do|what was|what were',
      'was|wie|wie ist|wie sind|wie hoch|wie hoch ist|wie gross ist|was ist',
      null,
      0.02,
    ],
    [
      'in|on|at|for|from|to|with|of|by|as|into|about|within|during|over|and|or|than|if|ie|i e|e g|so that|where|whose|that|up|among|find out',
      'in|im|an|am|auf|bei|mit|von|vom|zu|zum|zur|fur|als|und|oder|nach|um|aus',
      null,
      0.25,
    ],
    [
      'calculate|compute|determine|figure out|look at|look up|check|analyse|analyze|report|provide|tell|give|want|need|like|know|make|made|makes|see|come|comes|came|look|looks|looked|go|goes|went|happen|happened|found|find|show|plot|draw|chart|graph|visualise|visualize|display|list|get|gets|got|work|works|worked|use|used|took|take|takes|place|placed|called|named|put|say|said|listed|lists|contain|contained',
      'berechne|ermittle|bestimme|zeichne|stelle dar|zeige|zeig|liste|gib|mach|stehen|steht|steckt|gestellt|ausgestellt|bekommen',
      null,
      0.1,
    ],
    [
      'data|dataset|data set|file|table|spreadsheet|sheet|csv|numbers|figures|figure|value|values|data set|result|results|statistics|stats|information|info|details|report|overall|in general|generally|per se|single|individual|together|altogether|respectively|each other|so far|of all time|as well|too|also|both|same|given|various|certain|kind|kinds|type|types|level|levels|record|chart|stacked',
      'daten|datei|tabelle|werte|wert|zahlen|ergebnis|insgesamt|jeweils|hohe|diagramm',
      null,
      0.3,
    ],
    [
      'overall|in total|altogether|in all|anything|something|everything|nothing|cover|covers|covered|on board|board|aboard|exist|exists|over the two years|over both years|in both years|over both files|in both files|both files|across both files|in the list|on the list|in the file|in the data|in the table|per line|per row|per record|per order line|for each row|date|dates|address|amount|amounts|number|numbers|firm|company|end of|the end of|i e|approximately|shop|buy|bought|bought for|purchased|arrived|answered|answer|answers|reported|a chart|as a chart|as chart|chart',
      'insgesamt|gesamt|firma|in der datei|ende|am ende',
      null,
      0.35,
    ],
    ['who|which|whom', '', null, 0.1],
    ['but', 'aber', null, 0.2],
    ['spent on|spent in|spent at|time spent', '', null, 0.2],
    ['consumption|usage|panels|performs|perform|performance|improve', 'verbrauch', null, 0.5],
    ['when|while|whenever', 'wenn|wahrend', null, 0.3],
    ['were sat|was sat|been sat|sat for|sit|sits', '', null],
    [
      'paying by|paying with|pay by|pay with|paid by|paid with|pays with|paid in|payed by',
      'bezahlt mit|bezahlt per',
      null,
      0.1,
    ],
    [
      'generate|generated|generates|bring|brings|brought|bring in|brings in|brought in|bringing in|run|ran|runs|made|do|happens|occurred|ended in|end in|ended with|result in|resulted in|took place|carried out|per head|on its own|by itself|alone|of ours|in question|for us|to us|for me|at all|mostly|usually|normally|out there|come back with|pull|pull up|gimme|quick|quickly|again|kind of|sort of|worth of|respective|corresponding|current number of|all of our|all our|went|were there|did we have|we had|do we have|get back',
      'konnten sie|konnten sie mir|konnten sie mir sagen|sagen sie mir|zeigen sie|zeigen sie mir|geben sie mir|gibt es|gab es|bitte mal|geben|geben aus|gegeben|nehmen|nehmen ein|genommen|entfallen|entfallt|anfallen|angefallen|verzeichnet|gekommen|gemacht',
      null,
      0.4,
    ],
    // Nobody's figure changes by them in most files; where it would, the answer says that they were not used.
    [
      'entered|wrote|scored|score|sent|send|serve|served|traded|produced|performed|received|receive|handled|ordered|booked|recorded|registered|created',
      '',
      'telling',
      0.4,
    ],
    ['do we sell|do you sell|do we offer|do we carry|do we stock', 'verkaufen wir|haben wir|wir verkaufen', null, 0.2],
    ['how much did|how much does|how much do|how much has|how much have', 'wie viel hat|wie viel haben', null, 0.3],
    ['one|ones|those|people|thing|things|lot|lots|else|way|time|so far|ever|longer', 'ding|dinge', null, 0.5],
    ['currently|still|already|yet', 'noch|schon|derzeit', 'telling', 0.5],
    ['?|!|:|;|,|(|)|-|"', '', null],
  ]),
  ...entries('refuse', [
    [
      'forecast|predict|prediction|forecasting|predicted|next year|next month|next quarter|next 6 months|in the future|will be|going to be|expect next|project|extrapolate|will',
      'prognose|vorhersage|prognostiziere|vorhersagen|nachstes jahr|nachsten monat|in zukunft',
      'forecast',
    ],
    [
      'why|reason|reasons|reason for|cause|causes|because of what|what caused|explain|explanation|due to',
      'warum|wieso|weshalb|grund|grunde|ursache|ursachen|woran liegt',
      'cause',
    ],
    [
      'should i|should we|recommend|recommendation|advise|advice|opinion|do you think|is it good|can i afford|is it worth|good idea|any good|should|afford|advisable|better to',
      'soll ich|sollen wir|sollte ich|sollten wir|empfiehl|empfehlung|meinung|lohnt sich|was meinst du|sollte',
      'opinion',
    ],
    ['delete|drop table|update|insert into|remove rows|overwrite|rename column', 'losche|andere die daten', 'change'],
    [
      'weather|joke|poem|recipe|who are you|capital of|translate|write a|system prompt|news|president',
      'wetter|witz|gedicht|rezept|wer bist du|hauptstadt|ubersetze',
      'other_topic',
    ],
  ]),
];
