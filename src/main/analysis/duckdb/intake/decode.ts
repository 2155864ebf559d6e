import { type Encoding, encodingOf, toUtf8 } from './encoding';
import { kindOfPacked } from './file-kind';
import { unpack } from './gzip';
import { headOf, type IdentifiedFile } from './identify';
import { jsonToCsv } from './json';
import type { Scratch } from './scratch';
import type { DecodedText, IntakeContext, IntakeRequest } from './types';
import { sheetToCsv } from './workbook';

/** What holds a table in a form of its own, as the CSV it could have been exported as; in UTF-8 whatever it was in. */
export async function decode(
  request: IntakeRequest,
  identified: Pick<IdentifiedFile, 'file' | 'kind'>,
  scratch: Scratch,
  context: IntakeContext,
): Promise<DecodedText> {
  const { progress, signal } = context;
  const { file, kind } = identified;
  switch (kind) {
    case 'csv':
    case 'parquet':
      return decodeText({ request, file, path: request.path, own: false }, scratch, context);
    case 'xlsx': {
      progress(0.01, { code: 'opening_workbook' });
      const notes = await sheetToCsv(request, scratch.text);
      return made(request, scratch, { format: 'xlsx', notes });
    }
    case 'json':
      return decodeJson(request, request.path, scratch, context);
    case 'gzip': {
      progress(0.01, { code: 'unpacking' });
      await unpack(file, scratch.unpacked, signal);
      const unpacked = await scratch.open(scratch.unpacked);
      if (kindOfPacked(await headOf(unpacked)) === 'json')
        return decodeJson(request, scratch.unpacked, scratch, context);
      return decodeText({ request, file: unpacked, path: scratch.unpacked, own: true }, scratch, context);
    }
  }
}

/** Text that turned out to be in another encoding than it seemed to be. */
export async function decodeAgain(
  text: DecodedText,
  encoding: Encoding,
  scratch: Scratch,
  { progress, signal }: IntakeContext,
): Promise<DecodedText> {
  progress(0.01, { code: 'decoding' });
  await toUtf8(text.path, scratch.text, encoding, signal);
  return { ...text, file: await scratch.open(scratch.text), path: scratch.text, encoding, own: true };
}

async function decodeText(
  text: Omit<DecodedText, 'encoding' | 'made'>,
  scratch: Scratch,
  context: IntakeContext,
): Promise<DecodedText> {
  const encoding = encodingOf(await headOf(text.file));
  const plain: DecodedText = { ...text, encoding: 'UTF-8', made: null };
  return encoding === 'UTF-8' ? plain : decodeAgain(plain, encoding, scratch, context);
}

async function decodeJson(
  request: IntakeRequest,
  path: string,
  scratch: Scratch,
  context: IntakeContext,
): Promise<DecodedText> {
  context.progress(0.01, { code: 'reading_records' });
  const { notes, ...rejects } = await jsonToCsv(path, scratch.text, context);
  return made(request, scratch, { format: 'json', notes, header: true, rejects });
}

async function made(
  request: IntakeRequest,
  scratch: Scratch,
  what: NonNullable<DecodedText['made']>,
): Promise<DecodedText> {
  const file = await scratch.open(scratch.text);
  return { request, file, path: scratch.text, encoding: 'UTF-8', own: true, made: what };
}
