import type { Diagnosis } from '../diagnose/finding.ts';
import { codeBlock, escapeMarkdown } from './markdown.ts';
import { plain } from './text.ts';

/** A diagnosis as plain lines for the log: the problem, the evidence below it, the advice. Pure. */
export function renderDiagnosis({ problem, evidence, advice, cause }: Diagnosis): readonly string[] {
  const icon = cause === 'starting' ? '◌' : '✖';
  return [
    `${icon} ${plain(problem)}`,
    ...evidence.map((line) => `    ${plain(line)}`),
    `  → ${plain(advice)}`,
  ];
}

/** A diagnosis as GitHub's Markdown: the evidence is a block that its text cannot leave. Pure. */
export function renderDiagnosisMarkdown({ problem, evidence, advice }: Diagnosis): string {
  const parts = [
    `**${escapeMarkdown(problem)}**`,
    escapeMarkdown(advice),
    ...(evidence.length === 0 ? [] : [codeBlock(evidence.map(plain).join('\n'))]),
  ];
  return parts.join('\n\n');
}
