/** The commonest English words, which never name a service. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `the and for are but not you all any can had her was one our out day get has him his how man new now old see two way who its
  did let put say she too use that with have this will your from they know want been good much some time very when come here just
  like long make many more only over such take than them well were what where which while there their then these those about
  after again also because before being between both could does doing down during each few further into itself most off once
  other own same should through under until upon using used uses via without within would yes yet first last next please since
  still need needs needed may might must shall around every another however whether either else even ever never always often
  something anything nothing someone everyone above below back made makes look looks via set sets run runs work works working
  don isn doesn won can't it's i'm we're they're you're`.split(/\s+/),
);
