import { account, type AccountCommand, type AccountEvent, type AccountState } from '@srd/domain/account';
import { currentRules, organ } from '@srd/domain/organ';
import type { Id } from '@srd/kernel';
import type { Entry, Facts } from '../desk';

/** Stream of an account. */
export function accountStream(id: Id): string {
  return `account-${id}`;
}

/** Accounts and their roles. */
export const accountDesk: Entry<AccountState, AccountCommand, AccountEvent> = {
  decider: account,
  stream: accountStream,
  target: (state, command) => {
    if (state) return { organ: state.organ };
    return command.type === 'OpenAccount' ? { organ: (command.data as { organ: Id }).organ } : undefined;
  },
  prepare: {
    OpenAccount: ((data: object, { id }: Facts<AccountState>) => ({ ...data, account: id })) as never,
    ConfirmRole: (async (data: object, { state, evidence }: Facts<AccountState>) => {
      const owner = state ? await evidence.of(organ, `organ-${state.organ}`) : null;
      return { ...data, singleAccountAdmin: owner ? currentRules(owner).rules.singleAccountAdmin.value : false };
    }) as never,
  },
};
