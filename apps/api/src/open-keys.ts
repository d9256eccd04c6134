import { logKeyProof } from '@zhaoguan/audit';
import { headKeyProof } from '@zhaoguan/institutions';
import { examineKeys, keysOfDatabase, type AppConfig, type Secrets } from '@zhaoguan/platform';

const PROOFS = [logKeyProof, headKeyProof];

/** The keys with which every process of the system begins. @throws StartError when they are not those of its database */
export const openKeys = (config: AppConfig): Promise<Secrets> => keysOfDatabase(config, PROOFS);

/** Whether they are those of its database; changes nothing. @returns undefined where there are none yet. @throws StartError */
export const lookAtKeys = (config: AppConfig): Promise<Secrets | undefined> => examineKeys(config, PROOFS);
