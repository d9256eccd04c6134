import { PERMISSIONS, ROLE_PERMISSIONS, ROLES, type Permission } from '@zhaoguan/contracts';
import { describeInterface } from '../../apps/cli/src/openapi/openapi.command';
import { processes } from './support/catalogues';

describe('permissions', () => {
  const all = Object.keys(PERMISSIONS) as Permission[];

  it('are all asked for by a route or an action', async () => {
    const document = await describeInterface();
    const asked = new Set(
      Object.values(document.paths)
        .flatMap((item) => Object.values(item) as { 'x-permissions'?: string[] }[])
        .flatMap((operation) => operation['x-permissions'] ?? []),
    );
    for (const { process } of processes()) for (const name of process.permissions) asked.add(name);
    expect(all.filter((permission) => !asked.has(permission))).toEqual([]);
    // What only the system does, by its clock or its jobs, is no right of people.
    asked.delete('system.act');
    expect([...asked].filter((permission) => !all.includes(permission as Permission))).toEqual([]);
  });

  it('are all held by a role, and have Chinese names that differ', () => {
    const held = new Set(ROLES.flatMap((role) => ROLE_PERMISSIONS[role]));
    expect(all.filter((permission) => !held.has(permission))).toEqual([]);
    for (const name of Object.values(PERMISSIONS)) expect(name).toMatch(/^[\u4e00-\u9fff、（）]+$/);
    expect(new Set(Object.values(PERMISSIONS)).size).toBe(all.length);
  });

  it('keep apart what two people must do, and administration from business', () => {
    const both = (one: Permission, other: Permission): string[] =>
      ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(one) && ROLE_PERMISSIONS[role].includes(other));
    expect(both('draw.enter-beacon', 'draw.confirm-beacon')).toEqual([]);
    expect(both('task.inspect', 'result.publish')).toEqual([]);
    const business = ROLE_PERMISSIONS.ADMINISTRATOR.filter((permission) =>
      /\.(accept|refuse|decide|publish|inspect|announce|confirm-beacon|enter-beacon)$/.test(permission),
    );
    expect(business).toEqual([]);
  });
});
