import { STATE_LABELS } from '@zhaoguan/contracts';
import { defineProcess, type ActionOf, type StateOf } from '@zhaoguan/kernel';

const MEASURE =
  '《养老机构管理办法》（民政部令第66号）监督检查的规定；《托育机构登记和备案办法（试行）》（国卫办人口发〔2019〕25号）';

/**
 * What becomes of a place that offers its service without having filed (未备案机构): somebody goes there and urges it to file
 * (督促备案), as often as it takes. Not filing is not fined (养老机构管理办法第四十六条 does not list it), so no act here leads to a penalty;
 * what else is found at the place is the matter of an inspection.
 */
export const unfiledSiteProcess = defineProcess({
  name: 'unfiled-site',
  states: ['FOUND', 'URGED', 'FILED', 'NOT_OBLIGED'],
  initial: 'FOUND',
  terminal: ['FILED', 'NOT_OBLIGED'],
  actions: {
    urge: {
      from: ['FOUND', 'URGED'],
      to: 'URGED',
      permission: 'unfiled.handle',
      label: '现场检查并督促备案',
      reasonRequired: true,
      legalBasis: MEASURE,
    },
    settle: {
      from: ['FOUND', 'URGED'],
      to: 'FILED',
      permission: 'unfiled.handle',
      label: '已经备案',
      legalBasis: MEASURE,
    },
    // Fewer than ten beds, no service any more, not what it seemed to be.
    dismiss: {
      from: ['FOUND', 'URGED'],
      to: 'NOT_OBLIGED',
      permission: 'unfiled.handle',
      label: '认定不需要备案',
      reasonRequired: true,
      legalBasis: MEASURE,
    },
  },
});

export type UnfiledStatus = StateOf<typeof unfiledSiteProcess>;
export type UnfiledAction = ActionOf<typeof unfiledSiteProcess>;

export const UNFILED_STATUS_LABELS: Readonly<Record<UnfiledStatus, string>> = STATE_LABELS['unfiled-site'];
