/** In which modules the stories of the ledger are told: as a voice that names the row. */
import { append } from '../../collections/lists.ts';
import type { Id, Model, Module } from '../../model/model.ts';
import { isPlanned } from '../context.ts';

/** Row of the ledger → modules in which its story is heard. */
export function heardIn({ modules, voices }: Pick<Model, 'modules' | 'voices'>): Map<Id, Module[]> {
  const found = new Map<Id, Module[]>();
  for (const module of modules.values()) {
    if (!isPlanned(module)) continue;
    for (const voice of module.voices) {
      const story = voices.get(voice)?.story;
      if (story !== undefined) append(found, story, module);
    }
  }
  return found;
}
