import { UsageError } from '../src/command';
import { administratorOptions } from '../src/people/administrator-options';

describe('what stands after create-administrator', () => {
  const refused = (...args: string[]): UsageError => {
    try {
      administratorOptions(args);
    } catch (error) {
      if (error instanceof UsageError) return error;
      throw error;
    }
    throw new Error(`taken: ${args.join(' ')}`);
  };

  it('is a user name, one or more districts, and a name, else the user name', () => {
    expect(administratorOptions(['shili-admin', '--districts', '610116,610113'])).toEqual({
      username: 'shili-admin',
      name: 'shili-admin',
      districts: ['610116', '610113'],
    });
    expect(administratorOptions(['shili-admin', '--name', '示例·管理员', '--districts=610116']).name).toBe(
      '示例·管理员',
    );
  });

  it('says in Chinese what is wrong and makes no account', () => {
    for (const [args, said] of [
      [[], '请指明用户名和辖区'],
      [['shili-admin'], '请指明用户名和辖区'],
      [['shili-admin', '--district', '610116'], '选项只有 --districts 和 --name'],
      [['shili-admin', '--districts'], '选项只有 --districts 和 --name'],
      [['shili', 'admin', '--districts', '610116'], '用户名只写一个'],
    ] as const) {
      const { message, exitCode } = refused(...args);
      expect(message).toContain(said);
      expect(exitCode).toBe(1);
    }
  });
});
