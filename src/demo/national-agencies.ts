/** $1 agencies, spread over the states $2 with their zones $3. No two in one state share a name. */
export const nationalAgencies = `
  insert into agency (id, slug, name, kind, country, region, city, county, address, postal_code, website,
                      population_served, time_zone)
  select gen_random_uuid(), regexp_replace(lower(replace(name, '''', '')), '[^a-z0-9]+', '-', 'g') || '-' || lower(region),
         name, kind, 'US', region, place, county || ' County', (n % 900 + 1) || ' Main Street',
         lpad((10000 + n % 89999)::text, 5, '0'), 'https://agency-' || n || '.example',
         200 + (n::bigint * 7919) % 90000, zone
  from (
    select n, region, zone, kind, place, county,
           case kind when 'sheriff' then place || ' County Sheriff''s Office'
                     when 'campus' then place || ' State University Police'
                     when 'tribal' then place || ' Tribal Police'
                     when 'public-safety' then place || ' Department of Public Safety'
                     else place || ' Police Department' end as name
    from (
      select n, ($2::text[])[1 + n % states] as region, ($3::text[])[1 + n % states] as zone,
             (array['municipal-police','municipal-police','sheriff','municipal-police','campus','municipal-police',
                    'municipal-police','sheriff','municipal-police','municipal-police','public-safety',
                    'municipal-police','tribal'])[1 + (n / states) % 13] as kind,
             starts[1 + mixed % 40] || ends[1 + (mixed / 40) % 24] as place,
             starts[1 + (mixed / 7) % 40] || ends[1 + (mixed / 11) % 24] as county
      from (select n, cardinality($2::text[]) as states,
                   ((n / cardinality($2::text[])) * 7 + (n % cardinality($2::text[])) * 131) % 960 as mixed
            from generate_series(0, $1::int - 1) n) numbered,
           (select array['Elm','Oak','Cedar','Maple','Birch','Willow','Stone','River','Lake','Hill','Clear','Fair',
                         'North','South','East','West','Green','Silver','Golden','Iron','Copper','High','Low','Long',
                         'Broad','Mill','Fox','Deer','Eagle','Bear','Ash','Bright','Cold','Dry','Spring','Summer',
                         'Winter','White','Red','Black'] as starts,
                   array['fork','bend','field','ford','ton','dale','view','wood','brook','port','haven','ridge',
                         'grove','mont','creek',' Falls',' Springs',' Junction',' Heights',' Park',' Valley',' Grove',
                         ' Point',' Crossing'] as ends) words
    ) placed
  ) fictional`;

/**
 * How many of $1 people work where: the k-th largest agency has about 1/(k+3)^1.05 of the sum, which fits what is
 * published of the country (46 % of local police under ten sworn, the largest 33,500 to 36,000). The smaller ones
 * scatter around that, down to one person.
 */
export const nationalSizes = `
  create temporary table national_size on commit drop as
  select agency_id, place, greatest(1, round($1::numeric * weight / sum(weight) over ()))::int as people
  from (select id as agency_id, place,
               power(place + 3, -1.05) * case when place <= 10 then 1 else 0.25 + 1.5 * (place * 7919 % 1000) / 1000.0 end as weight
        from (select id, row_number() over (order by md5(slug)) as place from agency) ranked) weighted`;
