import * as classValidator from 'class-validator';
import { loggedError, createLogger } from '../src/logging/logger';
import { MESSAGES } from '../src/http/validation';
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
