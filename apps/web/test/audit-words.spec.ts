import { SYSTEM_ID } from '@zhaoguan/contracts';
import { noteOn, whoActed } from '../src/features/audit/acts';
import { factsOfDetail } from '../src/features/audit/detail';

const subject = { subjectId: '01', subjectName: '示例·张三' };
const place = (code: string) => code;

describe('an entry of the log in words', () => {
  it('names the person who signed in as the one who acted', () => {
    const bySystem = { actorId: SYSTEM_ID, actorName: null, ...subject };
    expect(whoActed({ action: 'access.signed-in', ...bySystem })).toEqual({ id: '01', name: '示例·张三' });
    expect(whoActed({ action: 'access.sign-in-failed', ...bySystem })).toEqual({ id: SYSTEM_ID, name: null });
  });

  it('explains what a token used twice means', () => {
    expect(noteOn('access.token-reused')).toMatch(/复制的登录凭证.*请本人修改密码/);
    expect(noteOn('access.signed-in')).toBeUndefined();
  });

  it('tells a change of the grade as one fact', () => {
    expect(factsOfDetail({ from: 'B', to: 'C' }, 'institution', place)).toEqual([
      { name: '信用等级', value: '由 B 级变为 C 级' },
    ]);
    expect(factsOfDetail({ from: 'SUBMITTED', to: 'ACCEPTED' }, 'filing', place)).toHaveLength(2);
  });
});
