import { entries } from './meanings';

export const CONNECTIVES = [
  ...entries('by', [
    [
      'by|grouped by|group by|split by|broken down by|break down by|breakdown by|across|according to|in terms of|by each|segmented by|for all|separated by|split into|broken out by|split up by|depending on|break it down by|break that down by|split it by|split that by',
      'nach|aufgeteilt nach|gruppiert nach|aufgeschlusselt nach|gegliedert nach',
      true,
    ],
  ]),
  ...entries('per', [
    ['per|over all', 'pro|je', 'per'],
    [
      'for each|each|every|for every|in each|in every|of each|within each|from each|on each|by every|each of the|for all the|of every',
      'jeder|jede|jedes|fur jede|fur jeden|fur jedes|in jedem|in jeder',
      'each',
    ],
  ]),
  ...entries('of', [
    ['of|for|of the|for the|in the|of all|from|from the|among', 'der|des|von|vom|fur|im|den|die|das', true],
  ]),
  ...entries('and', [['and|&|as well as|plus|,|along with|together with', 'und|sowie', true]]),
  ...entries('or', [['or|/|nor', 'oder|noch', true]]),
  ...entries('not', [
    [
      'not|isnt|arent|wasnt|werent|is not|are not|was not|were not|dont|do not|doesnt|does not|didnt|did not|never|hasnt|havent|neither|that are not|which are not|not in|not from|have not|has not',
      'nicht|kein|keine|keinen|nicht aus|nicht in|nie',
      true,
    ],
    [
      'without|excluding|except|except for|ignoring|leaving out|leave out|exclude|no|other than|apart from|excl|but not|outside|outside of|with no|minus|that have no|having no|all but|besides',
      'ohne|ausser|ausgenommen|exklusive|ausserhalb',
      true,
    ],
    ['non', '', true, 0.42],
  ]),
  ...entries('with', [
    [
      'with|having|that have|that had|which have|which had|who have|who had|have|has|had|where|whose|including|with a|with an|of at|that got|who has',
      'mit|haben|hat|deren|hatten|wo|mit einem|mit einer',
      true,
    ],
    ['used|using|use|uses|used a|use a|with any|include|includes', 'verwendet|nutzt|nutzen', true, 0.1],
  ]),
  ...entries('than', [['than', 'als', true]]),
  ...entries('is', [['is|are|was|were|equals|=|being|be|got|get|gets', 'ist|sind|war|waren|wurde|wurden', true]]),
  ...entries('versus', [
    [
      'vs|versus|against|compared to|compared with|v',
      'gegen|gegenuber|verglichen mit|im vergleich zu|im vergleich mit',
      true,
    ],
  ]),
  ...entries('between', [['between|from|in between', 'zwischen|von', true]]),
  ...entries('in', [
    ['in|on|at|during|within|for|from|inside|of|as of', 'in|im|am|an|aus|bei|fur|wahrend|zum|von|seitens|um', true],
  ]),
  ...entries('from', [
    [
      'from|leaving|leaving from|departing|departing from|out of|starting at|started at|starts at|started in|started from|starting from|began at|began in|picked up at|picked up in|picked up from|pickups at',
      'von|ab|aus',
      true,
    ],
  ]),
  ...entries('to', [
    [
      'to|-|–|into|arriving at|arriving in|towards|bound for|ended at|ending at|ended in|ends at|dropped off at|dropped off in|drop off at|finished at|went to|going to|go to|goes to',
      'nach|zu|bis|auf',
      true,
    ],
  ]),
  ...entries('contains', [
    [
      'containing|contains|contain|mention|mentions|mentioning|that say|with the word|including the word',
      'enthalt|enthalten|mit dem wort|erwahnen',
      'contains',
    ],
    ['starting with|starts with|start with|beginning with|begins with', 'beginnt mit|beginnen mit', 'starts_with'],
    ['ending with|ends with|end with|ending in', 'endet mit|enden auf', 'ends_with'],
  ]),
  ...entries('percent', [['%|percent|per cent|pct|percentage points', 'prozent|%', true]]),
  ...entries('unit', [
    ['dollar|dollars|usd|$', 'dollar', 'USD'],
    ['euro|euros|eur|€', 'euro|eur|€', 'EUR'],
    ['pound|pounds|gbp|£', 'pfund', 'GBP'],
    ['seconds|secs|sec', 'sekunden|sekunde', 'second'],
    ['minutes|minute|min|mins', 'minuten|minute', 'minute'],
    ['hours|hour|hrs|hr|h', 'stunden|stunde', 'hour'],
    ['days|day', 'tage|tagen', 'day'],
    ['years|year|years old|year old|yrs', 'jahre|jahren', 'year'],
    ['kg|kilos|kilograms', 'kilo|kilogramm', 'kg'],
    ['g|grams|gram', 'gramm', 'g'],
    ['mm|millimeters', 'millimeter', 'mm'],
    ['cm|centimeters', 'zentimeter', 'cm'],
    ['degrees|degree|c', 'grad', 'degree'],
    ['miles|km|pounds|lbs|lb|points|units|items|stars|seats|pieces', 'kilometer|stuck|punkte', 'named', 0.2],
    ['times', 'mal', 'times', 0.2],
  ]),
  ...entries('list', [
    [
      'list|show|show me|display|give me|list all|show all|all|enumerate|list the|print|see|find|get|find me|return|give',
      'zeige|zeig|zeige mir|zeig mir|liste|alle|nenne|gib mir|finde',
      true,
    ],
  ]),
  ...entries('which', [
    [
      'which|what|which of|what are the|which are|what is the|whats the',
      'welche|welcher|welches|welchen|welchem|was sind',
      true,
    ],
  ]),
  ...entries('where', [['where|whereabouts|in which place|at which place', 'wo|woher|wohin', true]]),
  ...entries('who', [['who|whom|which person|which people', 'wer|wem|wen', true]]),
  ...entries('when', [
    [
      'when|at what time|on which date|on what date|what date|which date|on which day',
      'wann|an welchem tag|zu welchem zeitpunkt',
      true,
    ],
  ]),
  ...entries('show', [
    [
      'line chart|line graph|as a line chart|linechart|line plot|as a line',
      'liniendiagramm|als liniendiagramm|linie',
      'line',
    ],
    [
      'bar chart|bar graph|as a bar chart|barchart|column chart|bar plot|bars',
      'balkendiagramm|saulendiagramm|als balkendiagramm',
      'bar',
    ],
    ['pie chart|pie|as a pie chart|donut chart', 'kreisdiagramm|tortendiagramm|als kreisdiagramm', 'pie'],
    ['scatter plot|scatterplot|scatter chart|scatter', 'streudiagramm', 'scatter'],
    ['area chart|area graph', 'flachendiagramm', 'area'],
    ['as a table|table only|no chart', 'als tabelle|tabelle', 'none'],
  ]),
  ...entries('columns', [
    [
      'what columns|which columns|columns|column names|list the columns|fields|what fields|which fields',
      'spalten|welche spalten|spaltennamen',
      true,
      0.2,
    ],
  ]),
  ...entries('overview', [
    [
      'describe the data|describe|overview|summary|summarize|summarise|summary of the data|whats in this file|what is in this file|what is in the data|what is in this data|what is this data',
      'beschreibe die daten|uberblick|zusammenfassung|ubersicht',
      true,
      0.2,
    ],
  ]),
  ...entries('help', [
    ['help|what can you do|what can i ask|how do you work', 'hilfe|was kannst du|was kann ich fragen', true],
  ]),
  ...entries('within', [['in|within|in the', 'im|in', true]]),
  ...entries('referring', [
    [
      'is that|of those|of these|of them|among those|among them|are those|are these|for those|do they|did they|are they|were they|have they',
      'davon|darunter|sind das',
      true,
      0.15,
    ],
  ]),
  ...entries('pooled', [
    [
      'combined|taken together|together|put together|both together|both combined',
      'zusammen|zusammengenommen|beide zusammen',
      true,
      0.1,
    ],
  ]),
  ...entries('only', [['only|just|exclusively', 'nur|lediglich|ausschliesslich', true]]),
  ...entries('instead', [['instead|rather', 'stattdessen|statt dessen', true]]),
  ...entries('adding', [
    ['add|also add|also show|put|next to it|alongside|as an extra column', 'dazu|daneben|zusatzlich', true, 0.1],
  ]),
  ...entries('additionally', [
    [
      'and|also|what about|how about|now|and now|and what about|and how about|only|just|same for|and for|and the|but|then',
      'und|auch|nur|und was ist mit|jetzt|aber',
      true,
    ],
  ]),
  ...entries('row', [
    [
      'rows|row|records|record|entries|entry|lines|line|data points|observations|order lines',
      'zeilen|zeile|datensatze|eintrage|eintrag|positionen',
      null,
      0.2,
    ],
    [
      'cases|items|readings|times|answers|responses|measurements|occurrences',
      'falle|antworten|messungen|mal',
      null,
      0.5,
    ],
  ]),
  ...entries('people', [
    [
      'people|persons|person|individuals|headcount|men and women|those|ones|everyone|everybody|staff|users|respondents|participants',
      'personen|leute|menschen|mitarbeiter|mitarbeitende|teilnehmer',
      null,
      0.2,
    ],
  ]),
];
