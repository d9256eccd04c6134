import type { Kind } from '@zhaoguan/contracts';
import { demoPaper } from '../demo-paper';
import type { Act, At, Scene, Who } from './scene';

interface Material {
  readonly code: string;
  readonly name: string;
  readonly required: boolean;
  readonly offer: { readonly text: string } | null;
}

export interface Draft {
  readonly kind: Kind;
  readonly type?: string;
  /** Key of the act that registered the institution, for all but a first filing. */
  readonly about?: string;
  readonly answers: (scene: Scene) => object;
  /** Code of the material that is promised instead of handed in (告知承诺). */
  readonly promised?: string;
  /** Who takes it; in the demo county the registrar of its department unless it says otherwise. */
  readonly registrar?: Who;
}

/** The steps of one filing, each an act of who takes it. */
export class FilingActs {
  private readonly registrar: Who;

  constructor(
    private readonly story: string,
    private readonly filing: Draft,
  ) {
    const { kind, registrar = kind === 'ELDERLY_CARE' ? 'registrar-mz' : 'registrar-wj' } = filing;
    this.registrar = registrar;
  }

  private act(at: At, step: string, run: Act['run']): Act {
    return { key: `${this.story}/${step}`, at, run };
  }

  private path(scene: Scene, rest: string): string {
    return `/filings/${scene.note(`${this.story}/draft`)}${rest}`;
  }

  /** Begun, and nothing handed in. */
  begin(at: At): Act {
    return this.act(at, 'draft', (scene) => this.create(scene));
  }

  /** Filled in, with its materials. */
  draft(at: At): Act {
    return this.act(at, 'draft', async (scene) => {
      const id = await this.create(scene);
      const operator = scene.as('operator');
      const { body } = await operator.get(`/filings/${id}`);
      for (const { code, name, required, offer } of body['materials'] as Material[]) {
        if (!required) continue;
        if (code !== this.filing.promised) {
          await operator.upload(`/filings/${id}/materials/${code}`, `${name}.pdf`, await demoPaper(name));
        } else if (offer) {
          await operator.put(`/filings/${id}/commitments/${code}`, { text: offer.text });
        }
      }
      return id;
    });
  }

  private create(scene: Scene): Promise<string> {
    const { kind, type = 'INITIAL', about, answers } = this.filing;
    const institution = answers(scene);
    const site = about === undefined ? {} : { institutionId: scene.note(`${about}/accept`) };
    return scene.create('operator', '/filings', { type, kind, institution, ...site }, async () => {
      // The newest is the one: nobody but the act of this story has begun another since.
      const found = await scene.as('operator').get('/filings?status=DRAFT&limit=1');
      return (found.body['items'] as { id: string }[])[0]?.id;
    });
  }

  submit(at: At, step = 'submit'): Act {
    return this.act(at, step, async (scene) => {
      await scene.post('operator', this.path(scene, '/submit'));
      return 'submitted';
    });
  }

  /** An application for a licence is taken in (受理). */
  admit(at: At): Act {
    return this.act(at, 'admit', async (scene) => {
      await scene.post(this.registrar, this.path(scene, '/admit'));
      return 'admitted';
    });
  }

  returned(at: At, reasons: readonly { pointer: string; message: string }[]): Act {
    return this.act(at, 'return', async (scene) => {
      await scene.post(this.registrar, this.path(scene, '/return'), { reasons });
      return 'returned';
    });
  }

  correct(at: At, institution: object): Act {
    return this.act(at, 'correct', async (scene) => {
      const operator = scene.as('operator');
      const { etag } = await operator.get(this.path(scene, ''));
      await operator.patch(this.path(scene, ''), { institution }, etag);
      return 'corrected';
    });
  }

  /** Its note is the institution that was registered. */
  accept(at: At): Act {
    return this.act(at, 'accept', async (scene) => {
      await scene.post(this.registrar, this.path(scene, '/accept'));
      const { body } = await scene.as(this.registrar).get(this.path(scene, ''));
      return String(body['institutionId']);
    });
  }

  refuse(at: At, reason: string): Act {
    return this.act(at, 'refuse', async (scene) => {
      await scene.post(this.registrar, this.path(scene, '/refuse'), { reason });
      return 'refused';
    });
  }

  disclose(at: At, reason: string): Act {
    return this.act(at, 'disclose', async (scene) => {
      await scene.post(this.registrar, this.path(scene, '/disclosure/publish'), { reason });
      return 'disclosed';
    });
  }

  remark(at: At, text: string): Act {
    return this.act(at, 'note', async (scene) => {
      await scene.post(this.registrar, this.path(scene, '/notes'), { text });
      return 'noted';
    });
  }

  ask(at: At, department: string, question: string, materials: readonly string[]): Act {
    return this.act(at, `ask-${department}`, async (scene) => {
      await scene.post(this.registrar, this.path(scene, '/opinions'), { department, question, materials });
      const { body } = await scene.as(this.registrar).get(this.path(scene, '/opinions'));
      const asked = (body['items'] as { id: string; department: string }[]).find(
        (opinion) => opinion.department === department,
      );
      if (!asked) throw new Error(`no opinion of ${department} was asked`);
      return asked.id;
    });
  }

  answer(at: At, department: string, answer: object): Act {
    return this.act(at, `answer-${department}`, async (scene) => {
      const opinion = scene.note(`${this.story}/ask-${department}`);
      await scene.post('adviser', `/opinions/${opinion}/answer`, answer);
      return 'answered';
    });
  }

  handInPromised(at: At): Act {
    return this.act(at, 'hand-in', async (scene) => {
      const path = this.path(scene, `/commitments/${String(this.filing.promised)}/material`);
      const title = '补交的场地证明';
      await scene.as('operator').upload(path, `${title}.pdf`, await demoPaper(title));
      return 'handed in';
    });
  }

  /** The visit after the acceptance (现场核查). @param otherwise what was found, by the pointer of the item */
  visit(at: At, otherwise: Readonly<Record<string, string>>, note: string): Act {
    return this.act(at, 'visit', async (scene) => {
      const { body } = await scene.as(this.registrar).get(this.path(scene, '/verifications'));
      const [open] = body['items'] as { facts: { pointer: string }[]; version: number }[];
      const facts = (open?.facts ?? []).map(({ pointer }) => {
        const found = otherwise[pointer];
        return found === undefined ? { pointer, matches: true } : { pointer, matches: false, found };
      });
      const today = await scene.as(this.registrar).get('/calendar');
      const able = await scene.as(this.registrar).get(this.path(scene, '/verification/officers'));
      const officerIds = (able.body['items'] as { id: string }[]).slice(0, 2).map(({ id }) => id);
      const visit = { visitedOn: today.body['today'], officerIds };
      const version = `"${open?.version ?? 0}"`;
      const path = this.path(scene, '/verification/record');
      await scene.post(this.registrar, path, { ...visit, facts, note }, version);
      return 'visited';
    });
  }

  /** What the office found once the institution had ended (终止后续核实): everybody placed, everything given back. */
  settleClosure(at: At, words: string): Act {
    return this.act(at, 'settle', async (scene) => {
      const registrar = scene.as(this.registrar);
      const { body } = await registrar.get(this.path(scene, '/closure'));
      const [open] = body['items'] as { version: number }[];
      const today = await registrar.get('/calendar');
      const found = { checkedOn: today.body['today'], placed: 'ALL', refunded: 'ALL', words };
      const path = this.path(scene, '/closure/records');
      await scene.post(this.registrar, path, found, `"${open?.version ?? 0}"`);
      return 'settled';
    });
  }

  /** Of a step that was taken: the first is the submission. */
  rate(at: At, step: number, rating: object): Act {
    return this.act(at, `rate-${step}`, async (scene) => {
      await scene.post('operator', this.path(scene, '/service-ratings'), { step, ...rating });
      return 'rated';
    });
  }
}
