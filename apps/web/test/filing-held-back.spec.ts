import { missingFields, validateForm } from '@zhaoguan/forms';
import { againstServer } from '../src/features/filings/form/against-server';
import { besideHeld } from '../src/features/filings/form/beside-held';
import {
  emptiedAt,
  heldAt,
  heldBack,
  type HeldBack,
  type Refusal,
} from '../src/features/filings/form/held-back';
import { isSameAnswer } from '../src/features/filings/form/same-answer';
import { saysTheSame, withEntries } from '../src/features/filings/form/entries';
import { UnsavedAnswers } from '../src/features/filings/form/unsaved-answers';
import type { Application, FilingForm } from '../src/features/filings/queries';
import { PhoneStorage } from './one-task';

const CLASSES = '/institution/classes';
const CAPACITY = '/institution/capacity';
const FORMS = '/institution/serviceForms';

const number = { type: 'integer', required: true } as const;
const form: FilingForm = {
  title: '示例备案书',
  steps: [
    {
      key: 'identity',
      title: '机构信息',
      intro: '',
      fields: [
        { pointer: '/institution/name', label: '机构名称', type: 'text', required: true },
        { pointer: '/institution/address', label: '地址', type: 'text', required: true },
      ],
    },
    {
      key: 'service',
      title: '规模与服务',
      intro: '',
      fields: [
        { pointer: CAPACITY, label: '托位数', ...number },
        {
          pointer: CLASSES,
          label: '班型与托位',
          type: 'rows',
          fields: [
            {
              pointer: '/type',
              label: '班型',
              type: 'choice',
              required: true,
              options: [{ code: 'INFANT', label: '乳儿班' }],
            },
            { pointer: '/classes', label: '班数', ...number },
            { pointer: '/places', label: '托位数', ...number },
          ],
        },
        { pointer: FORMS, label: '服务形式', type: 'choices', options: [{ code: 'DAY', label: '全日托' }] },
      ],
    },
  ],
  rules: [
    {
      rule: 'classSize',
      code: 'CLASS_TOO_LARGE',
      fields: [CLASSES],
      parameters: { INFANT: 10, YOUNGER_TODDLER: 15, OLDER_TODDLER: 20, MIXED: 18 },
      severity: 'ERROR',
      message: '{class}每班不超过 {limit} 人',
      basis: { law: '示例', article: null },
    },
    {
      rule: 'placesInWhole',
      code: 'PLACES_EXCEED_CAPACITY',
      fields: [CLASSES, CAPACITY],
      severity: 'ERROR',
      message: '各班托位之和不能超过托位数',
      basis: { law: '示例', article: null },
    },
  ],
  today: '2026-11-26',
  terms: {},
};
const COMPLETE = {
  name: '示例·托育园',
  address: '示例路1号',
  capacity: 60,
  classes: [{ type: 'INFANT', classes: 2, places: 20 }],
  serviceForms: ['DAY'],
};

const held = (answers: object, pending: string[], refused: ReadonlyMap<string, Refusal> = new Map()) => {
  const document = { institution: { ...COMPLETE, ...answers } };
  const faults = validateForm(form, document, form);
  const found = heldBack(form, pending, { faults, missing: missingFields(form, document), refused });
  return found.map(inWords);
};
const inWords = ({ place, why, ...where }: HeldBack) => ({ ...where, text: `${place}：${why}` });

describe('what is to be put right', () => {
  it('is listed on its own step, and not at the foot of each', () => {
    const held = [
      { field: '/institution/name', at: '/institution/name', place: '机构信息，机构名称', why: '请填写' },
      { field: CLASSES, at: `${CLASSES}/0/type`, place: '班型与托位', why: '请选择' },
    ];
    expect(heldAt(form, held, 'identity')).toEqual([held[0]]);
    expect(heldAt(form, held, 'service')).toEqual([held[1]]);
    expect(heldAt(form, held, 'materials')).toEqual([]);
  });
});

describe('what of a filing is not sent as it stands', () => {
  it('is a table with a row that is half filled in, named by step, row and column; the rest goes', () => {
    const classes = [{ type: 'INFANT', classes: 2, places: 20 }, {}];
    expect(held({ classes }, [CLASSES, FORMS])).toEqual([
      { field: CLASSES, at: `${CLASSES}/1/type`, text: '规模与服务，班型与托位第 2 行：班型：请选择' },
    ]);
  });

  it('is a value that breaks a rule', () => {
    const classes = [{ type: 'INFANT', classes: 2, places: 40 }];
    expect(held({ classes }, [CLASSES])).toEqual([
      {
        field: CLASSES,
        at: `${CLASSES}/0/places`,
        text: '规模与服务，班型与托位第 1 行托位数：乳儿班每班不超过 10 人（依据：示例）',
      },
    ]);
  });

  it('is told with everything that is wrong in the table, at once', () => {
    const classes = [{ type: 'INFANT', classes: 2, places: 40 }, { classes: 1 }, {}];
    const texts = held({ classes }, [CLASSES]).map(({ text }) => text);
    expect(texts[0]).toContain('每班不超过 10 人');
    // Of each row that was just begun the first empty cell.
    expect(texts.slice(1)).toEqual([
      '规模与服务，班型与托位第 2 行：班型：请选择',
      '规模与服务，班型与托位第 3 行：班型：请选择',
    ]);
  });

  it('is the other of two that contradict each other too: the fault is told at the first', () => {
    const found = held({ capacity: 1 }, [CAPACITY, FORMS]);
    expect(found).toMatchObject([{ field: CAPACITY, at: CLASSES }]);
    expect(found[0]?.text).toContain('各班托位之和不能超过托位数');
  });

  it('is a name that was emptied, but no other gap', () => {
    expect(held({ name: ' ', address: null }, ['/institution/name', '/institution/address'])).toMatchObject([
      { field: '/institution/name', text: '机构信息，机构名称：请填写' },
    ]);
  });

  it('is what the server has refused, with its words', () => {
    const refused = new Map([[FORMS, { at: FORMS, message: '不在可选范围内' }]]);
    expect(held({}, [FORMS], refused)[0]?.text).toMatch(/：不在可选范围内$/);
    expect(held({}, [FORMS])).toEqual([]);
  });
});

describe('what of a filing waits for the other half of a rule', () => {
  const waits = (there: object, typed: Readonly<Record<string, unknown>>) =>
    againstServer(
      form,
      { institution: { ...COMPLETE, ...there } as Application },
      Object.entries(typed),
      (document) => validateForm(form, document, form).filter(({ severity }) => severity === 'ERROR'),
    ).map(inWords);
  const rows = [{ type: 'INFANT', classes: 6, places: 60 }];

  it('is what contradicts what the server holds, though nothing on the page', () => {
    expect(waits({ classes: rows }, { [CAPACITY]: 50, [FORMS]: [] })).toEqual([
      {
        field: CAPACITY,
        at: CAPACITY,
        text: '规模与服务，托位数：与已经保存的内容不一致，另一处改正以后一起保存',
      },
    ]);
  });

  it('is nothing where both halves go together, or where the server held the contradiction before', () => {
    const fewer = [{ type: 'INFANT', classes: 5, places: 50 }];
    expect(waits({ classes: rows }, { [CAPACITY]: 50, [CLASSES]: fewer })).toEqual([]);
    expect(waits({ classes: rows, capacity: 40 }, { [CAPACITY]: 50 })).toEqual([]);
  });
});

describe('what of a filing is sent beside what is held back', () => {
  const beside = (there: object, typed: Readonly<Record<string, unknown>>) => {
    const server = { institution: { name: '示例·托育园', ...there } };
    const pending = new Map(Object.entries(typed));
    const shown = withEntries(server, [...pending]);
    const errorsOf = (document: object) =>
      validateForm(form, document, form).filter(({ severity }) => severity === 'ERROR');
    const [faults, missing] = [errorsOf(shown), missingFields(form, shown)];
    const stopped = heldBack(form, pending.keys(), { faults, missing, refused: new Map() });
    const held = [...new Set(stopped.map(({ field }) => field))];
    const ready = [...pending].filter(([field]) => !held.includes(field));
    return besideHeld({ server, pending, ready, held, wrong: [...faults, ...missing], errorsOf });
  };
  const row = (places: number | null) => ({ type: 'INFANT', classes: 1, places });

  it('is the other answer of a rule about two, where it fits to what the server has', () => {
    const classes = [row(10), row(10)];
    // The table as a whole is wrong; the number of places is not.
    expect(beside({ classes: [] }, { [CAPACITY]: 15, [CLASSES]: classes })).toEqual([[CAPACITY, 15]]);
    expect(beside({ classes }, { [CAPACITY]: 15 })).toEqual([]);
    expect(beside({ classes: [row(10)] }, { [CAPACITY]: 9, [CLASSES]: classes })).toEqual([]);
  });

  it('are the rows of a table that are right, while those that are not are new', () => {
    const only = (there: readonly object[], rows: readonly object[]) =>
      beside({ capacity: 60, classes: there }, { [CLASSES]: rows });
    expect(only([], [row(10), row(11)])).toEqual([[CLASSES, [row(10)]]]);
    expect(only([], [row(null), row(10), {}])).toEqual([[CLASSES, [row(10)]]]);
    // A row that was right and is being changed stays as it was; what the server has is not sent again.
    expect(only([row(9)], [row(11), row(10)])).toEqual([]);
    expect(only([row(9)], [row(9), row(11)])).toEqual([]);
    expect(only([row(9)], [row(8), row(11)])).toEqual([[CLASSES, [row(8)]]]);
  });

  it('is nothing with which a rule would be broken that was not before', () => {
    const rows = [row(10), row(10), row(11)];
    expect(beside({ capacity: 15, classes: [] }, { [CLASSES]: rows })).toEqual([]);
  });

  it('is compared without the order of columns, and null as nothing', () => {
    expect(isSameAnswer([{ a: 1, b: [2] }], [{ b: [2], a: 1 }])).toBe(true);
    expect(isSameAnswer(undefined, null)).toBe(true);
    expect(isSameAnswer([1, 2], [2, 1])).toBe(false);
  });
});

describe('answers that the server does not have', () => {
  const ID = '/institution/legalRepresentative/residentId';
  const unsaved = (device: PhoneStorage, tab: PhoneStorage, person = 'one', round = 0) =>
    new UnsavedAnswers(person, { id: 'filing', round }, (pointer) => pointer === ID, device, tab);

  it('are there again after a reload, for the same person and the same round', () => {
    const [device, tab] = [new PhoneStorage(), new PhoneStorage()];
    const answers = new Map<string, unknown>([
      [CLASSES, [{}]],
      [ID, '61011'],
    ]);
    unsaved(device, tab).write(answers);
    expect(unsaved(device, tab).read()).toEqual(answers);
    expect(unsaved(device, tab, 'two').read().size).toBe(0);
    expect(unsaved(device, tab, 'one', 1).read().size).toBe(0);
    // The number of a person goes with the tab.
    expect([...unsaved(device, new PhoneStorage()).read().keys()]).toEqual([CLASSES]);
    unsaved(device, tab).write(new Map());
    expect([device.size, tab.size]).toEqual([0, 0]);
  });

  it('are nothing when what is kept cannot be read', () => {
    const device = new PhoneStorage();
    device.setItem('zhaoguan-kept:one:filing:filing:0', '{');
    expect(unsaved(device, new PhoneStorage()).read().size).toBe(0);
  });
});

describe('two states of a filing', () => {
  const state = (institution: object) => ({ institution }) as Parameters<typeof saysTheSame>[0];

  it('say the same when they differ in what is being sent only', () => {
    const [before, after] = [state({ capacity: 1, name: 'a' }), state({ capacity: 2, name: 'a' })];
    expect(saysTheSame(before, after)).toBe(false);
    expect(saysTheSame(before, after, [[CAPACITY, 3]])).toBe(true);
  });

  it('say the same in whatever order and with whatever emptiness the server wrote them down', () => {
    const answered = state({ name: 'a', notice: { startsOn: '2027-01-10', refundBy: null } });
    const stored = state({ notice: { refundBy: null, startsOn: '2027-01-10' }, name: 'a' });
    expect(saysTheSame(answered, stored)).toBe(true);
    expect(saysTheSame(answered, state({ name: 'a', notice: { startsOn: '2027-01-10' } }))).toBe(true);
    expect(saysTheSame(answered, state({ name: 'a', notice: { startsOn: '2027-01-11' } }))).toBe(false);
  });
});

describe('a name or code that was emptied', () => {
  const gap = {
    pointer: '/institution/name',
    label: '机构名称',
    required: true as const,
    message: '请填写' as const,
  };
  const address = {
    pointer: '/institution/address',
    label: '地址',
    required: true as const,
    message: '请填写' as const,
  };

  it('is shown as what is to be put right, and not as the server still has it', () => {
    expect(emptiedAt('/institution/name', [gap, address])).toBe(gap);
    expect(emptiedAt('/institution/uscc', [gap, address])).toBeUndefined();
    expect(emptiedAt('/institution/address', [gap, address])).toBeUndefined();
  });
});
