import { escaped } from './clipboard-table';

/** A picture that goes along with the text; its name where it cannot be read. */
export async function copiedPicture(address: string, name: string): Promise<string> {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`there is no picture: ${response.status}`);
    return `<p><img src="${await dataUrl(await response.blob())}" alt="${escaped(name)}"></p>`;
  } catch {
    return `<p>[${escaped(name)}]</p>`;
  }
}

function dataUrl(blob: Blob): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.onload = () => resolve(String(reader.result));
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(blob);
  return promise;
}
