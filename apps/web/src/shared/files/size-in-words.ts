const KIBIBYTE = 1024;

/** `18 KB`, `2.4 MB`: no file is nothing. */
export function sizeInWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / KIBIBYTE));
  return kilobytes < KIBIBYTE ? `${kilobytes} KB` : `${(bytes / KIBIBYTE / KIBIBYTE).toFixed(1)} MB`;
}
