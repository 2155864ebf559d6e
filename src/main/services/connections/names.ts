/** `wanted`, or with the first number behind it that makes it free. */
export function freeName(wanted: string, taken: (name: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} ${number}`;
    if (!taken(name)) return name;
  }
}
