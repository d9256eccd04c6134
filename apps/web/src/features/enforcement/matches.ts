/** Whether a text holds every word that is looked for; words are parted by spaces. */
export function matches(wanted: string, text: string): boolean {
  return wanted
    .trim()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
