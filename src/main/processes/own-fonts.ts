import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { outsideArchive } from './outside-archive';

/** As the package and what of it is installed (electron-builder.yml) name them. */
const FACES = ['400Regular', '500Medium', '600SemiBold', '400Regular_Italic'];

/** Files of the typeface that the app brings along, where native code can read them: upright in three weights, and italic. */
export function ownFonts(): string[] {
  const require = createRequire(import.meta.url);
  const folder = outsideArchive(dirname(require.resolve('@expo-google-fonts/inter/package.json')));
  return FACES.map((face) => join(folder, face, `Inter_${face}.ttf`));
}
