import { Hono } from 'hono';
import type { PolicyElement } from '../campaign-rules/policy-element.ts';
import { actingAs } from '../database/acting.ts';
import { type PolicyOutlineFacts, policyOutlineDocx } from '../documents/policy-outline-docx.ts';
import { attachmentNamed } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import { outlineContent as content, outlinePrompts } from './outline-content.ts';
import { mayReadPolicy } from './policy-access.ts';
import { checklistOf } from './policy-actions.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The outline of a first policy, in the agency's name. */
export function outlineRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/workspace/:agency/policy/outline.docx', mayReadPolicy, async (c) => {
    const { agency, acting, deps } = c.var;
    const elements = await actingAs(deps.db.app, acting, (tx) => checklistOf(tx, agency.id));
    const file = await policyOutlineDocx(outlineFacts(agency.name, elements));
    return c.body(file, 200, {
      'content-type': docx,
      'content-disposition': attachmentNamed(content.fileName(agency.name)),
      'cache-control': 'private, no-store',
    });
  });

  return routes;
}

function outlineFacts(agencyName: string, elements: readonly PolicyElement[]): PolicyOutlineFacts {
  return {
    agencyName,
    title: content.title,
    standing: content.standing,
    intro: content.intro,
    factsHeading: content.factsHeading,
    facts: content.facts,
    sections: elements.map(({ code, title, explanation }) => ({
      heading: title,
      explanation,
      prompts: outlinePrompts[code],
      toWrite: content.toWrite,
    })),
    checklist: { heading: content.checklistHeading, lead: content.checklistLead, columns: content.columns },
  };
}
