import * as classValidator from 'class-validator';
import { loggedError, createLogger } from '../src/logging/logger';
import { DomainError } from '@zhaoguan/kernel';
import { InWords, MESSAGES, validationPipe } from '../src/http/validation';
import { PageQuery } from '../src/http/page';
import { QueryFailedError } from 'typeorm';

describe('validation messages', () => {
  it('are kept under names that class-validator uses', () => {
    const names = new Set(
      Object.entries(classValidator)
        .filter(([constant]) => /^[A-Z0-9_]+$/.test(constant))
        .map(([, name]) => name as unknown),
    );
    // Made inside class-validator's validator itself, so without a constant.
    names.add('nestedValidation');
    expect(Object.keys(MESSAGES).filter((name) => !names.has(name))).toEqual([]);
  });
});

class Facts {
  @classValidator.IsString()
  @classValidator.MaxLength(5)
  @classValidator.Matches(/\S/, { message: '请填写事实' })
  facts!: string;

  @classValidator.IsOptional()
  @classValidator.IsArray()
  @classValidator.ArrayMaxSize(2)
  @classValidator.IsString({ each: true })
  list?: string[];
}

describe('what is said of a wrong value', () => {
  const faultsOf = async (metatype: new () => object, body: object): Promise<unknown> => {
    try {
      return await validationPipe().transform(body, { type: 'body', metatype });
    } catch (error) {
      if (error instanceof DomainError) return error.fields;
      throw error;
    }
  };

  it.each([
    [PageQuery, { limit: 'abc' }, '/limit', 'IS_INT', '请填写整数'],
    [PageQuery, { limit: '2.5' }, '/limit', 'IS_INT', '请填写整数'],
    [PageQuery, { limit: '101' }, '/limit', 'TOO_LARGE', '应不大于 100'],
    [Facts, { facts: 5 }, '/facts', 'IS_STRING', '应为文字'],
    [Facts, { facts: ' ' }, '/facts', 'REQUIRED', '请填写'],
    [Facts, { facts: '\u200b\u2060\n' }, '/facts', 'REQUIRED', '请填写'],
    [Facts, { facts: '\u202e' }, '/facts', 'REQUIRED', '请填写'],
    [Facts, { facts: '六个字的事实' }, '/facts', 'TOO_LONG', '不超过 5 个字'],
    [Facts, { facts: '事实', list: {} }, '/list', 'IS_ARRAY', '应为列表'],
    [Facts, { facts: '事实', list: ['1', '2', '3'] }, '/list', 'ARRAY_MAX_SIZE', '至多 2 项'],
    [Facts, { facts: '事实', list: [1] }, '/list', 'IS_STRING', '应为文字'],
  ])('asks %p for the type before the size: %j', async (dto, body, pointer, code, message) => {
    expect(await faultsOf(dto, body)).toEqual([{ pointer, code, message }]);
  });
});

describe('a reason in words', () => {
  class Reasoned {
    @InWords('请用文字写明理由')
    @classValidator.IsString()
    reason!: string;
  }
  const codeOf = async (reason: unknown): Promise<string | undefined> => {
    const sent = validationPipe().transform({ reason }, { type: 'body', metatype: Reasoned });
    return sent.then(
      () => undefined,
      (error: unknown) => (error as DomainError).fields[0]?.code,
    );
  };

  it.each(['材料不齐', 'ok', 'ماتېرىيال تولۇق ئەمەس', 'ཡིག་ཆ་ཚང་མེད།'])(
    'is %s, in whatever script',
    async (reason) => {
      expect(await codeOf(reason)).toBeUndefined();
    },
  );

  it.each(['。', '……', '12 34', 'x'])('is not %s', async (reason) => {
    expect(await codeOf(reason)).toBe('MATCHES');
  });
});

describe('the log', () => {
  it('tells of a failed query without its parameters and without the row', () => {
    const inner = Object.assign(new Error('duplicate key value violates unique constraint "person_name"'), {
      code: '23505',
      constraint: 'person_name',
      detail: 'Key (name)=(张三) already exists.',
    });
    const lines: string[] = [];
    const logger = createLogger('info', { write: (line) => void lines.push(line) });
    logger.error({ err: new QueryFailedError('insert …', ['张三', '11010519491231002X'], inner) }, 'failed');
    expect(lines[0]).toContain('person_name');
    expect(lines[0]).toContain('23505');
    expect(lines[0]).not.toMatch(/张三|11010519491231002X/);
  });

  it('tells the cause, and what was thrown without being an error', () => {
    const error = new Error('outer', { cause: new Error('inner') });
    expect(loggedError(error)).toMatchObject({ message: 'outer', cause: { message: 'inner' } });
    expect(loggedError('just a text')).toEqual({ message: 'just a text' });
  });

  it('cuts passwords and personal numbers wherever they stand', () => {
    const lines: string[] = [];
    const logger = createLogger('info', { write: (line) => void lines.push(line) });
    logger.info({ password: 'p1', body: { residentId: 'p2', head: { phone: 'p3' } } }, 'x');
    expect(lines[0]).not.toMatch(/p[123]/);
  });
});
