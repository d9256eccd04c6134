import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateForm } from '@zhaoguan/forms';
import { TestApp } from '@zhaoguan/testing';
import { createApiClient } from '../../libs/api-client/src';
import { describeInterface } from '../../apps/cli/src/openapi/openapi.command';
import { expectStored } from './support/stored';

const GENERATOR = require.resolve('openapi-typescript/package.json').replace(/package\.json$/, 'bin/cli.js');

describe('the api client', () => {
  it('has the types that the OpenAPI document gives', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zg-client-'));
    const [input, output] = [join(folder, 'openapi.json'), join(folder, 'schema.d.ts')];
    writeFileSync(input, JSON.stringify(await describeInterface()));
    const { status, stderr } = spawnSync(process.execPath, [GENERATOR, input, '-o', output], {
      encoding: 'utf8',
    });
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    const types = readFileSync(output, 'utf8');
    rmSync(folder, { recursive: true });
    expect(() => expectStored('libs/api-client/src/generated/schema.d.ts', types)).not.toThrow();
  });

  it('speaks with the running system: signs in, asks in a person’s name, reads a refusal', async () => {
    const app = await TestApp.start({ worker: false });
    await app.nest.listen(0, '127.0.0.1');
    const baseUrl = await app.nest.getUrl();
    const person = await app.person('REGISTRAR');
    const session: { token?: string } = {};
    const client = createApiClient({ baseUrl, accessToken: () => session.token });

    const nobody = await client.GET('/api/v1/auth/me');
    expect(nobody.response.status).toBe(401);
    expect(nobody.error).toMatchObject({ code: 'NOT_SIGNED_IN' });

    const { username, password } = person;
    const signedIn = await client.POST('/api/v1/auth/login', { body: { username, password } });
    session.token = signedIn.data?.accessToken;
    const me = await client.GET('/api/v1/auth/me');
    expect(me.data).toMatchObject({ id: person.id, roles: ['REGISTRAR'] });

    const { data: form } = await client.GET('/api/v1/filing-forms', {
      params: { query: { kind: 'ELDERLY_CARE', type: 'INITIAL' } },
    });
    // The answer is a form and its context to the engine, by type and in fact.
    const faults = form && validateForm(form, { institution: { capacity: 9 } }, form);
    expect(faults).toMatchObject([{ pointer: '/institution/capacity', code: 'CAPACITY_TOO_SMALL' }]);
    await app.stop();
  });
});
