import { describe, expect, it } from '@jest/globals';
import { formatState } from '../../src/format.ts';
import { commentLimit, renderComment } from '../../src/render/comment.ts';
import type { Commands } from '../../src/render/next-steps.ts';
import type { Report } from '../../src/report.ts';
import { commentStories, crashing } from '../fixtures/comments.ts';
import { hostile } from '../fixtures/hostile.ts';
import {
  elements,
  type MarkdownNode,
  nodes,
  parseMarkdown,
  referencesIn,
  textOf,
} from '../fixtures/markdown.ts';
import { eventsOf, reportOf, timelineOf } from '../fixtures/reports.ts';
import { measurement, metricOf, rounds } from '../fixtures/rounds.ts';
import { seen } from '../fixtures/stories.ts';

const marker = '<!-- rollout-conductor:x 1 -->';
const runUrl = 'https://github.test/acme/shop/actions/runs/7';
const state = formatState(seen('release', 'gate').guard);

function comment(report: Report, commands: Commands = { chat: false }): string {
  return renderComment(report, { marker, runUrl, commands });
}

/** The tags of a comment, each of which GitHub has to see as one. */
function tags(ast: MarkdownNode): string {
  return nodes('html', ast)
    .map(({ value = '' }) => value)
    .join('');
}

describe('the comment of a release', () => {
  it.each<[keyof typeof commentStories, readonly string[]]>([
    ['healthy', ['✔ rollout/web: healthy (completed)', '▰▰▰▰▰▰▰▰ step 8 of 8']],
    ['paused', ['॥ rollout/web: paused (gate)', '▰▱▱▱▱▱▱▱ step 1 of 8 · weight 20 %', state]],
    ['checks failed', ['↩ rollout/web: aborted (checks-failed)', 'success-rate', '0.8765']],
    ['aborted by the controller', ['↩ rollout/web: aborted (by-controller)', 'result[0] >= 0.95']],
    ['crash loop', ['↩ rollout/web: aborted (cannot-start)', 'exit code 1', 'Read the log']],
    ['timed out', ['↩ rollout/web: aborted (timed-out)', 'It made no progress in 30m.']],
    ['cancelled', ['॥ rollout/web: paused (cancelled)', 'SIGINT']],
    ['superseded', ['✖ rollout/web: superseded (by-somebody)', '1.2.0']],
  ])('that is %s tells how it ended, and what there is to know', async (name, parts) => {
    const body = comment(commentStories[name]);
    expect(body.startsWith(`${marker}\n`)).toBe(true);
    const text = textOf(await parseMarkdown(body));
    for (const part of [...parts, 'ghcr.io/acme/web', 'shop']) expect(text).toContain(part);
    expect(body).toContain(`(${runUrl})`);
  });

  it('that waits shows the commands to go on and back, with the state that was seen', () => {
    const body = comment(commentStories.paused);
    expect(body).toContain(`operation: promote   # or abort\ntarget: rollout/web\nexpect: ${state}`);
    const form = comment(commentStories.paused, { chat: true, workflow: 'operate.yml' });
    expect(form).toContain(
      `/promote ${state}\n/abort ${state}\ngh workflow run operate.yml -f operation=promote`,
    );
    expect(form).toContain(`-f operation=abort -f target=rollout/web -f expect=${state}`);
  });

  it.each(['healthy', 'checks failed', 'timed out', 'superseded'] as const)(
    'that is %s has no such commands',
    (name) => expect(comment(commentStories[name])).not.toContain('expect:'),
  );

  it('that ended well is folded to its head', async () => {
    const ast = await parseMarkdown(comment(commentStories.healthy));
    const titles = [...tags(ast).matchAll(/<summary>(.*?)<\/summary>/g)].map(([, title]) => title);
    expect(titles).toContain('Checks');
    expect(nodes('heading', ast).map(textOf)[0]).toBe('✔ rollout/web: healthy (completed)');
  });

  it('says the same of the same, however much time has passed', () => {
    const { ending: _, ...going } = commentStories.paused;
    expect(comment({ ...going, elapsed: 1 })).toBe(comment({ ...going, elapsed: 9_000_000 }));
    expect(comment(going)).toContain('deploy is under way');
  });
});

describe('a comment that would be too long', () => {
  const timeline = Array.from({ length: 400 }, () => timelineOf(eventsOf('release'))).flat();
  const manyRounds = Array.from({ length: 30 }, (_, i) => ({
    ...rounds.failed,
    metrics: Array.from({ length: 4 }, (__, k) =>
      metricOf(
        {
          name: `check-${String(i)}-${String(k)} 🚀`,
          verdict: 'Failed',
          log: Array(50).fill('```🚀'.repeat(40)),
        },
        ...Array.from({ length: 20 }, () => measurement(0, '[0.5]', 'Failed', '👩‍👩‍👧 '.repeat(30))),
      ),
    ),
  }));

  it.each<[string, Partial<Report>]>([
    ['by its timeline', { timeline }],
    ['by its checks', { rounds: manyRounds }],
    ['by everything', { timeline, rounds: manyRounds, diagnoses: Array(500).fill(crashing) }],
    [
      'by the words of its end',
      { ending: { ended: 'unknown', reason: 'failed', message: '|👩‍👩‍👧`'.repeat(20_000), succeeded: false } },
    ],
  ])('%s leaves out whole parts, and keeps what is to be done', async (_, change) => {
    const body = comment(reportOf({ ...commentStories.paused, ...change }));
    expect(body.length).toBeLessThanOrEqual(commentLimit);
    expect(body.isWellFormed()).toBe(true);
    const html = tags(await parseMarkdown(body));
    expect(html.match(/<details/g)?.length ?? 0).toBe(html.match(/<\/details>/g)?.length ?? 0);
    expect(
      nodes('code', await parseMarkdown(body)).every(({ value = '' }) => !value.includes('</details>')),
    ).toBe(true);
    if (change.ending === undefined) expect(body).toContain(`expect: ${state}`);
  });

  it('of a long timeline shows the last changes, and says that there are more', () => {
    const body = comment(reportOf({ ...commentStories.paused, timeline }));
    expect(body).toContain(`… ${String(timeline.length - 40)} before`);
    expect(body).toContain('_Shortened:');
  });
});

describe('text from outside in a comment', () => {
  it.each([...hostile, 'see #12, GH-12 and acme/shop#3', '@acme/team'])('%j is text', async (text) => {
    const gate = seen('release', 'gate');
    const body = comment(
      reportOf({
        target: text,
        where: { server: text, context: text, namespace: text },
        observation: { ...gate, message: text, template: [{ container: text, init: false, image: text }] },
        timeline: [{ kind: 'request', at: 0, request: 'promote', reason: text }],
        rounds: [{ ...rounds.failed, message: text, metrics: [metricOf({ name: text, message: text })] }],
        diagnoses: [{ ...crashing, problem: text, advice: text, evidence: [text] }],
        notices: [text],
        ending: { ended: 'unknown', reason: 'failed', message: text, succeeded: false },
      }),
    );
    const ast = await parseMarkdown(body);
    const ours =
      /^(<!-- rollout-conductor:x 1 -->|<\/?(details|summary|br|code)( open)?>|<details><summary>[\w ]+<\/summary>)$/;
    expect(elements(ast).filter((element) => !ours.test(element))).toEqual([]);
    expect(nodes('image', ast)).toEqual([]);
    const links = nodes('link', ast) as unknown as readonly { readonly url: string }[];
    expect(links.map(({ url }) => url)).toEqual([runUrl]);
    expect(referencesIn(ast)).toEqual([]);
  });
});
