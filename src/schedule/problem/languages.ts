/** The languages of a workspace as bits, so that what people have in common is one `&`. */
import { type Language, languagesOf, type Model, type Post } from '../../model/model.ts';

/** Every language: of whoever says nothing about it. */
export const ANY_LANGUAGE = -1;

export class Languages {
  private readonly bits = new Map<Language, number>();
  private readonly model: Model;

  constructor(model: Model) {
    this.model = model;
    const { modules, facilitators, roles, sites } = model;
    for (const things of [modules, facilitators, roles, sites]) {
      for (const { languages } of things.values()) {
        for (const one of languages ?? []) if (!this.bits.has(one)) this.bits.set(one, 1 << this.bits.size);
      }
    }
  }

  /** Whether nobody says anything about languages. */
  get none(): boolean {
    return this.bits.size === 0;
  }

  of(languages: readonly Language[] | undefined): number {
    if (!languages) return ANY_LANGUAGE;
    return languages.reduce((all, one) => all | this.bits.get(one)!, 0);
  }

  /** That people of a post understand. */
  ofPost(post: Pick<Post, 'role' | 'site'>): number {
    return this.none ? ANY_LANGUAGE : this.of(languagesOf(this.model, post));
  }
}
