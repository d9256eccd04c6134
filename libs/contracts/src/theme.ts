/** Colours and type of console and public pages, from one file. Every text pair keeps a contrast of 4.5:1 or more. */
export const THEME = {
  ink: '#1F2A37',
  inkSecondary: '#55606E',
  inkDisabled: '#9AA3AE',
  paper: '#FFFFFF',
  canvas: '#F6F7F4',
  line: '#E1E5DF',
  pine: '#1F6F5C',
  pineHover: '#185A4B',
  pineTint: '#E7F2EE',
  indigo: '#2B4C7E',
  indigoTint: '#E9EEF6',
  ochre: '#8A5A00',
  ochreTint: '#FFF4DC',
  vermilion: '#B3261E',
  vermilionTint: '#FCEBE9',
  fontFamily:
    '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
  monoFamily: 'ui-monospace, "SFMono-Regular", "Cascadia Mono", "Noto Sans Mono", monospace',
  radius: 6,
} as const;
