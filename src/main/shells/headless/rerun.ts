import { wordsIn } from '#words';
import { openApp, withoutWindow } from '../common/open-app';
import { explainAsAskedAndExit, printJson } from '../common/printed-json';
import { forTerminal } from '../common/terminal';
import { printedReportRerun, printedRerun } from './print-rerun';
import { readRerunCommand } from './rerun-command';
import { type RerunPrinted, rerunExitCode, runAgain, runReportAgain } from './run-again';

async function rerun(): Promise<Pick<RerunPrinted, 'status'>> {
  const command = readRerunCommand(process.argv.slice(2));
  const { app } = await openApp({
    ...{ dataFolder: command.dataFolder, withEngine: true, shell: 'headless', ...withoutWindow },
    ...(command.language ? { language: command.language } : {}),
  });
  try {
    // Progress goes to stderr, so that stdout holds what came of it alone.
    const say = (line: string) => void process.stderr.write(`${forTerminal(line)}\n`);
    const print = (json: object, text: string) => {
      if (command.json) printJson(json);
      else process.stdout.write(text);
    };
    const { work } = command;
    if ('reportId' in work) {
      const printed = await runReportAgain(app, { ...command, ...work }, say);
      print(printed, printedReportRerun(printed, wordsIn()));
      return printed;
    }
    const printed = await runAgain(app, { ...command, ...work }, say);
    print(printed, printedRerun(printed, wordsIn()));
    return printed;
  } finally {
    await app.close();
  }
}

rerun().then((printed) => process.exit(rerunExitCode(printed)), explainAsAskedAndExit);
