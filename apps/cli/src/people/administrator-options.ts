import { parseArgs } from 'node:util';
import { UsageError } from '../command';

export interface AdministratorOptions {
  readonly username: string;
  readonly name: string;
  readonly districts: readonly string[];
}

/** As the command says of every other reason why it made no account. */
const NOT_MADE = { exitCode: 1 };

/**
 * What stands after `create-administrator`.
 * @throws UsageError where it is not what the usage says
 */
export function administratorOptions(args: readonly string[]): AdministratorOptions {
  const { values, positionals } = parsed(args);
  const [username, ...more] = positionals;
  const districts = (values.districts ?? '').split(',').filter((code) => code !== '');
  if (username === undefined || districts.length === 0)
    throw new UsageError('请指明用户名和辖区。', NOT_MADE);
  if (more.length > 0) throw new UsageError('用户名只写一个；姓名写在 --name 后面。', NOT_MADE);
  return { username, name: values.name ?? username, districts };
}

/** Node's own words for an option that it does not know are English. */
function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        districts: { type: 'string' },
        name: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError('选项只有 --districts 和 --name，后面都须写明内容。', { ...NOT_MADE, cause: error });
  }
}
