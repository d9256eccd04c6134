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

/** Stronger colours of the 长辈版: every text pair keeps 7:1 or more (GB/T 37668-2019). */
export const ELDER_COLOURS = {
  inkSecondary: '#3A4450',
  line: '#8C958F',
  pine: '#14503F',
  pineHover: '#0E3B2F',
  indigo: '#223F6B',
  ochre: '#6A4400',
  vermilion: '#8C1A14',
} as const;
