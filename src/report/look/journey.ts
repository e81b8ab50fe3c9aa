/** The customer's journey as the page shows it: touchpoints, who owns them, which modules are about them, whose voices are heard. */

import { remembered } from '../../model/made/remembered.ts';
import type { Module } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { departmentName, roleName, voiceWords } from '../names.ts';
import { namesWords } from '../words.ts';
import type { Refs } from './refs.ts';
import type { PageStage } from './types/journeys.ts';

export function pageJourney(context: Context, refs: Refs): PageStage[] {
  const { model } = context;
  const modules = [...model.modules.values()];
  const about = remembered((id: string) => modules.filter(({ touchpoints }) => touchpoints.includes(id)));
  return [...model.stages.values()].map(({ id, name, phase = '', feeling = '', touchpoints }) => ({
    name,
    phase,
    feeling,
    touchpoints: touchpoints.flatMap((touchpoint) => {
      const found = model.touchpoints.get(touchpoint);
      if (!found) return [];
      const taught = about(touchpoint);
      return [
        {
          name: found.name,
          owners: namesWords([
            ...found.ownerDepartments.map((one) => departmentName(context, one)),
            ...found.ownerRoles.map((one) => roleName(context, one)),
          ]),
          modules: taught.map((module) => refs.module(module.id)),
          voices: voicesOf(context, taught),
        },
      ];
    }),
    modules: modules.filter((module) => isAboutStage(module, id)).map((module) => refs.module(module.id)),
  }));
}

function isAboutStage({ stages, touchpoints }: Module, stage: string): boolean {
  return stages !== 'own' && touchpoints.length === 0 && stages.includes(stage);
}

function voicesOf(context: Context, modules: readonly Module[]): string {
  const words = modules.map((module) => voiceWords(context, module)).filter((text) => text !== '');
  return [...new Set(words)].join('; ');
}
