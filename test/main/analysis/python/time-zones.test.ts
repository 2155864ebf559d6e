import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ADDED } from '../../../../src/main/analysis/python/packages/added';
import { type Need, needs } from '../../../support/needs';
import { DENO, logsOf, testPython } from '../../../support/python';
import { sweep } from '../../../support/sweep';
import { tempFolder } from '../../../support/temp-folder';

const BUNDLED = 'resources/python';

const ZONES = sweep(
  `Europe/Berlin Europe/London Europe/Dublin Europe/Paris Europe/Madrid Europe/Lisbon Europe/Athens Europe/Moscow
Europe/Istanbul America/New_York America/Chicago America/Denver America/Los_Angeles America/Phoenix America/Anchorage
America/Halifax America/St_Johns America/Toronto America/Sao_Paulo America/Argentina/Buenos_Aires America/Santiago
America/Panama America/Caracas America/Havana Africa/Cairo Africa/Casablanca Africa/Johannesburg Africa/Lagos
Africa/Nairobi Asia/Tokyo Asia/Kolkata Asia/Kathmandu Asia/Shanghai Asia/Singapore Asia/Dubai Asia/Tehran Asia/Jerusalem
Australia/Sydney Australia/Lord_Howe Australia/Adelaide Pacific/Auckland Pacific/Chatham Pacific/Apia
Pacific/Kiritimati Antarctica/Troll UTC Etc/GMT+5`.split(/\s+/),
  8,
);

/** Offset, daylight saving and name at an instant every 50 days, and of readings of a clock on the wall, up to a year. */
const tell = (until: number) => `
import datetime, hashlib, json, zoneinfo
utc, day = datetime.timezone.utc, datetime.timedelta(days=1)
def tell(name):
    zone, rows = zoneinfo.ZoneInfo(name), []
    at = datetime.datetime(1970, 1, 2, 0, 59, tzinfo=utc)
    while at.year < ${until}:
        here = at.astimezone(zone)
        rows.append((str(here), str(here.dst()), here.tzname()))
        at += 50 * day + datetime.timedelta(minutes=61)
    wall = datetime.datetime(1970, 1, 4, 2, 30)
    while wall.year < ${until}:
        rows += [str(wall.replace(tzinfo=zone, fold=fold).utcoffset()) for fold in (0, 1)]
        wall += 7 * day if wall.year % 10 in (4, 7) else 28 * day
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest()
print(json.dumps({name: tell(name) for name in ${JSON.stringify(ZONES)}}))`;

type Told = Record<string, string>;

/** What a Python of the machine's own tells, of its system's time zones or of those in a folder. */
function ofMachine(until: number, zones?: string): Told | null {
  const env = { ...process.env, ...(zones === undefined ? {} : { PYTHONTZPATH: zones }) };
  const { status, stdout } = spawnSync('python3', ['-'], { input: tell(until), encoding: 'utf8', env });
  return status === 0 ? JSON.parse(stdout) : null;
}

const SYSTEM_ZONES: Need = {
  name: 'time zones of the system',
  missing: existsSync('/usr/share/zoneinfo/Europe/Berlin') ? null : 'install tzdata',
};
const ZONEINFO: Need = {
  name: 'python3 with zoneinfo',
  missing: spawnSync('python3', ['-c', 'import zoneinfo']).status === 0 ? null : 'install python3',
};

it('the packages that come with the app are the ones that are expected, whole', () => {
  const expected = ADDED.filter(({ key }) => key !== 'seaborn');
  expect(readdirSync(BUNDLED).toSorted()).toEqual(expected.map(({ file }) => file).toSorted());
  const sumOf = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(BUNDLED, file)))
      .digest('hex');
  expect(expected.map(({ file }) => sumOf(file))).toEqual(expected.map(({ sha256 }) => sha256));
});

describe('packages that come with the app', needs(DENO), () => {
  const python = testPython({ callMs: 60_000 }, { besideFolders: [BUNDLED] });

  it('write and read a workbook without a network, before anything was installed', async () => {
    const result = await python.run(`import openpyxl
from dateutil.relativedelta import relativedelta
from tabulate import tabulate
import datetime
book = openpyxl.Workbook()
book.active.append(['Süd', 12.5])
book.save('/mnt/data/report.xlsx')
print(openpyxl.load_workbook('/mnt/data/report.xlsx').active['B1'].value)
print(datetime.date(2024, 1, 31) + relativedelta(months=1))
print(tabulate([['West', 3]], headers=['region', 'n'], tablefmt='github'))`);
    expect(result.error, logsOf(result)).toBeNull();
    expect(logsOf(result)).toMatch(/^12\.5\n2024-02-29\n\| region/);
    expect(result.files.map(({ name }) => name)).toEqual(['report.xlsx']);
  });

  it('tell time zones without a network, before anything was installed', async () => {
    const result = await python.run(`from datetime import datetime
from zoneinfo import ZoneInfo, available_timezones
print(datetime(2026, 7, 1, 12, tzinfo=ZoneInfo('Europe/Berlin')).isoformat())
print(len(available_timezones()) > 590, 'Asia/Kolkata' in available_timezones())`);
    expect(logsOf(result)).toBe('2026-07-01T12:00:00+02:00\nTrue True\n');
  });

  it('say what to do about a time zone that is none', async () => {
    const result = await python.run(`import zoneinfo\nzoneinfo.ZoneInfo('Europe/Atlantis')`);
    expect(result.error).toMatchObject({ type: 'ZoneInfoNotFoundError', message: expect.stringContaining('Atlantis') });
    expect(result.missing).toBeNull();
  });

  const told = async (until: number): Promise<Told> => {
    const result = await python.run(tell(until));
    return JSON.parse(logsOf(result));
  };

  it('read time zones as a Python of the machine does, far into the future', {
    ...needs(ZONEINFO),
    timeout: 120_000,
  }, async () => {
    const folder = tempFolder();
    const file = ADDED.find(({ key }) => key === 'tzdata')?.file ?? '';
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(BUNDLED, file))))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      if (!path.endsWith('/')) writeFileSync(join(folder, path), bytes);
    }
    const [inSandbox, onMachine] = [await told(2100), ofMachine(2100, join(folder, 'tzdata', 'zoneinfo'))];
    expect(Object.keys(inSandbox)).toHaveLength(ZONES.length);
    expect(ZONES.filter((name) => inSandbox[name] !== onMachine?.[name])).toEqual([]);
  });

  it('read time zones as the machine has them, as far as they are history', {
    ...needs(ZONEINFO, SYSTEM_ZONES),
    timeout: 120_000,
  }, async () => {
    const [inSandbox, onMachine] = [await told(2024), ofMachine(2024)];
    expect(ZONES.filter((name) => inSandbox[name] !== onMachine?.[name])).toEqual([]);
  });
});
