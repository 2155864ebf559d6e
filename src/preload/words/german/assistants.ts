import type { AssistantWords } from '../words';

export const assistant: AssistantWords = {
  searchPlace: {
    here: () => 'Auf diesem Computer',
    hosted: () => 'Beim Server des Modells',
  },
  background: () =>
    'Lange Antworten laufen beim Server des Modells weiter, wenn die Verbindung abbricht oder Assay geschlossen wird',
  backgroundMeaning: () =>
    'Für Modelle hinter der API von OpenAI. Der Anbieter bewahrt dann jede Antwort samt der Anfrage auf, bis Assay sie abgeholt hat und dort löscht; sonst bewahrt er nichts auf.',
  searchMeaning: {
    here: () => 'Ein Modell erhält die gefundenen Textstellen.',
    hosted: () =>
      'In einem Vektorspeicher beim Server des Modells, sobald seine Verbindung es erlaubt: Dokumente des Verlaufs werden dorthin kopiert und mit ihm gelöscht.',
  },
};
