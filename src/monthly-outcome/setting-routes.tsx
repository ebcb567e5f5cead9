import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { isShowable } from './baseline.ts';
import { parseMonth } from './month.ts';
import { mayChangeOutcomes } from './outcome-access.ts';
import { decideSetting, findSetting } from './outcome-actions.ts';
import { outcomeContent } from './outcome-content.ts';
import { outcomesPath } from './outcome-page.tsx';
import type { OutcomeSetting } from './outcome-setting.ts';
import { baselineOf } from './outcome-view-actions.ts';
import { SettingPage, type SettingValues, settingContent } from './setting-page.tsx';

/** Whether counts are shared with the campaign, and which months are the baseline. */
export function settingRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const path = '/workspace/:agency/outcomes/settings';

  routes.get(path, mayChangeOutcomes, (c) => showSetting(c, {}));

  routes.post(path, mayChangeOutcomes, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const fields = await readForm(c);
    const values = valuesIn(fields);
    const form = readSetting(values, Number(sentText(fields, 'revision')));
    if (!form.ok) {
      c.status(422);
      return showSetting(c, { values, errors: form.errors });
    }
    const outcome = await actingAs(deps.db.app, acting, (tx) => decideSetting(tx, agency.id, form.setting));
    if (!outcome.ok) {
      c.status(409);
      return showSetting(c, { values, hasChanged: true });
    }
    return c.redirect(`${outcomesPath(agency)}?done=settings`, 303);
  });

  return routes;
}

async function showSetting(
  c: Context<AgencyEnv>,
  kept: { readonly values?: SettingValues; readonly errors?: FormErrors; readonly hasChanged?: boolean },
) {
  const { agency, acting, deps } = c.var;
  const { setting, baseline } = await actingAs(deps.db.app, acting, async (tx) => ({
    setting: await findSetting(tx, agency.id),
    baseline: await baselineOf(tx, agency.id),
  }));
  const { revision } = setting;
  return c.render(<SettingPage {...{ agency, revision, baseline, values: valuesOf(setting), ...kept }} />);
}

function valuesOf({ sharesWithCampaign, baseline }: OutcomeSetting): SettingValues {
  return {
    shares: sharesWithCampaign ? 'yes' : 'no',
    first: baseline?.first ?? '',
    last: baseline?.last ?? '',
  };
}

function valuesIn(fields: FormFields): SettingValues {
  const text = (name: string) => sentText(fields, name).trim();
  return { shares: text('shares'), first: text('first'), last: text('last') };
}

function readSetting(
  { shares, first: firstText, last: lastText }: SettingValues,
  revision: number,
):
  | { readonly ok: true; readonly setting: OutcomeSetting }
  | { readonly ok: false; readonly errors: FormErrors } {
  const words = settingContent.baseline;
  const [first, last] = [parseMonth(firstText), parseMonth(lastText)];
  const errors: Record<string, string> = {};
  if (shares !== 'yes' && shares !== 'no') errors.shares = settingContent.choiceError;
  if (firstText !== '' && !first) errors.first = outcomeContent.monthError;
  if (lastText !== '' && !last) errors.last = outcomeContent.monthError;
  if ((firstText === '') !== (lastText === '')) errors[firstText === '' ? 'first' : 'last'] = words.bothError;
  if (first && last && !isShowable(first, last)) errors.last = words.orderError;
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const baseline = first && last ? { first, last } : undefined;
  return {
    ok: true,
    setting: {
      sharesWithCampaign: shares === 'yes',
      baseline,
      revision: Number.isSafeInteger(revision) ? revision : -1,
    },
  };
}
