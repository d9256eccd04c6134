import { waitingInWords } from '../src/features/filings/opinions/waiting-in-words';

const WORDS = { accept: '准予备案', refuse: '不予备案' };
const FIRE = { departmentName: '示例·消防', unattended: false };
const POLICE = { departmentName: '示例·公安', unattended: true };

describe('opinions that are waited for, at the decision', () => {
  it('say that it goes on once they are answered, or without waiting', () => {
    expect(waitingInWords([FIRE], WORDS)).toBe(
      '示例·消防还没有答复意见，答复以后再准予备案或者不予备案；不等的，点“协同意见”中的“不再等待”。',
    );
  });

  it('promise no answer where nobody can give one', () => {
    expect(waitingInWords([POLICE], WORDS)).toBe(
      '示例·公安现在没有人可以答复意见，请点“协同意见”中的“不再等待”，再准予备案或者不予备案。',
    );
  });

  it('keep the two apart', () => {
    expect(waitingInWords([FIRE, POLICE], WORDS)).toBe(
      '示例·消防还没有答复意见，答复以后再准予备案或者不予备案；不等的，点“协同意见”中的“不再等待”。示例·公安现在没有人可以答复。',
    );
  });
});
