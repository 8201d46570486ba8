import type { Template } from './template.ts';
import { frontMatter, heading } from './template.ts';

export const host: Template = (
  facts,
) => `${frontMatter('host', {}, ['address', 'vlan', 'role', 'watts', 'parent'])}${heading(facts)}
<!-- One sentence: what it is, and what runs on it. -->

## Hardware

<!-- Board, memory, disks with serial numbers: what you need when a part fails. -->

## How to reach it

<!-- SSH, console, and what to do when both are gone. -->

## How to rebuild it

<!-- From bare metal to running services, and where its configuration lives. -->
`;
