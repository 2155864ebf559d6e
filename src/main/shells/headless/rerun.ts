import { wordsIn } from '#words';
import { explainAndExit, openApp, withoutWindow } from '../common/open-app';
import { forTerminal } from '../common/terminal';
import { printedRerun } from './print-rerun';
import { readRerunCommand } from './rerun-command';
import { type RerunPrinted, rerunExitCode, runAgain } from './run-again';

async function rerun(): Promise<RerunPrinted> {
  const command = readRerunCommand(process.argv.slice(2));
  const { app } = await openApp({
    ...{ dataFolder: command.dataFolder, withEngine: true, shell: 'headless', ...withoutWindow },
    ...(command.language ? { language: command.language } : {}),
  });
  try {
    // Progress goes to stderr, so that stdout holds what came of it alone.
    const printed = await runAgain(app, command, (line) => process.stderr.write(`${forTerminal(line)}\n`));
    process.stdout.write(command.json ? `${JSON.stringify(printed)}\n` : printedRerun(printed, wordsIn()));
    return printed;
  } finally {
    await app.close();
  }
}

rerun().then((printed) => process.exit(rerunExitCode(printed)), explainAndExit);
