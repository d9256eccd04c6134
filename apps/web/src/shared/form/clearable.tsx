/** A choice that may be taken back. antd gives its button an English name, whatever the language. */
export const CLEARABLE = { label: '清除' } as const;

/** The same of what is typed: the button of antd has no name but that of its picture. */
export const CLEARABLE_TEXT = {
  clearIcon: (
    <>
      <span aria-hidden="true">×</span>
      <span className="visually-hidden">清除</span>
    </>
  ),
};
