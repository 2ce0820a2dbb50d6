-- What each role of 1-roles.sql may do with the tables of the shop: by table, by column, and by row.
--
-- Run it after the shop's tables are there and after each new version, as whoever owns the tables, a member of
-- SHOP_migrator or a superuser. It begins by taking every right away, so that what stands here is all there is. The
-- program does the same by itself after it brought the shop to a new version or back from a backup.

\set ON_ERROR_STOP on
\set migrator :DBNAME _migrator
\set owner :DBNAME _owner
\set packer :DBNAME _packer
\set backup :DBNAME _backup

BEGIN;

-- 1. The tables belong to the migrator. -------------------------------------------------------------------------------

DO $$
DECLARE
    name text;
    migrator text := current_database() || '_migrator';
BEGIN
    FOR name IN
        SELECT c.relname FROM pg_catalog.pg_class AS c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
            AND pg_catalog.pg_get_userbyid(c.relowner) <> migrator
    LOOP
        EXECUTE format('ALTER TABLE public.%I OWNER TO %I', name, migrator);
    END LOOP;
END
$$;

-- 2. All rights begin at nothing; then the owner's and the backup's. --------------------------------------------------

-- A right to one column outlives the loss of the right to its table: both are taken.
DO $$
DECLARE
    role text;
    name text;
    columns text;
BEGIN
    FOREACH role IN ARRAY ARRAY['owner', 'packer', 'backup'] LOOP
        role := current_database() || '_' || role;
        EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA public FROM %I', role);
        EXECUTE format('REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM %I', role);
        FOR name, columns IN
            SELECT c.relname, string_agg(DISTINCT quote_ident(a.attname), ', ')
            FROM pg_catalog.pg_class AS c
            JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND NOT a.attisdropped,
            LATERAL pg_catalog.aclexplode(a.attacl) AS g
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                AND g.grantee = (SELECT r.oid FROM pg_catalog.pg_roles AS r WHERE r.rolname = role)
            GROUP BY c.relname
        LOOP
            EXECUTE format('REVOKE ALL (%s) ON public.%I FROM %I', columns, name, role);
        END LOOP;
    END LOOP;
    EXECUTE 'REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC';
    EXECUTE 'REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM PUBLIC';
END
$$;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO :"owner";
GRANT SELECT, USAGE, UPDATE ON ALL SEQUENCES IN SCHEMA public TO :"owner";
REVOKE INSERT, UPDATE, DELETE ON public.cordial_migration FROM :"owner";
GRANT SELECT ON ALL TABLES IN SCHEMA public TO :"backup";
GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO :"backup";

-- 3. The bench reads these columns. A table or a column that does not stand here is closed to it. ---------------------

GRANT SELECT (
    id, given, family, patronymic, company, language, name_to, street, city, region, postcode, country,
    gender, called, called_to, opening, orders, extra_care, open_complaints
) ON public.customer TO :"packer";
-- That there are open complaints is told, for no thank-you card goes with them; what they are is not.
-- Closed there: e-mail, telephone, channel, birthday, note, spending and its dates, keys, what the search reads.

GRANT SELECT (
    id, version, number, number_key, source, customer_id, placed_at, placed_on, status, paid, currency, total_minor,
    ship_by, deliver_by, carrier, tracking, to_name, to_street, to_city, to_region, to_postcode, to_country,
    note, packer_note, note_to, gift, set_aside, shelf_key, packed_by, line_count, first, thank_you_printed, insert_printed,
    open_complaints
) ON public.orders TO :"packer";
GRANT SELECT (
    id, version, order_id, position, product_id, sku, name, quantity, unit_minor, total_minor, returned
) ON public.order_line TO :"packer";
GRANT SELECT ON public.order_step TO :"packer";

GRANT SELECT (
    id, version, sku, name, barcode, shelf, shelf_key, fragile, care, warranty_months, link, stock, weight,
    handling_days, picture_id, sku_key, sort_key
) ON public.product TO :"packer";

GRANT SELECT ON
    public.product_text, public.picture, public.carrier,
    public.packer, public.day_word, public.reading, public.packing_step, public.packing_claim,
    public.setting, public.template, public.stock, public.calibration, public.cordial_migration
TO :"packer";

-- Of what is to be enclosed with a parcel it reads what stands on the paper; for which complaint it is, is not told.
GRANT SELECT (id, version, customer_id, voucher_id, kind, what, promised, order_id, gone_at)
    ON public.enclosure TO :"packer";
GRANT SELECT (id, code, percent, worth_minor, currency, words, valid_to) ON public.voucher TO :"packer";

GRANT SELECT ON public.print_run TO :"packer";
GRANT SELECT (id, version, run_id, order_id, customer_id, kind, card, sheet, place, product)
    ON public.print_item TO :"packer";
GRANT SELECT (id, at, actor, topics, undoes, undone_by, undoable) ON public.change_log TO :"packer";
GRANT SELECT ON SEQUENCE public.change_log_id_seq TO :"packer";

-- 4. The bench writes these. ------------------------------------------------------------------------------------------

GRANT INSERT, UPDATE, DELETE ON public.packing_claim TO :"packer";
GRANT UPDATE (version, status, paid, tracking, set_aside, packed_by, thank_you_printed, insert_printed)
    ON public.orders TO :"packer";
GRANT INSERT (version, order_id, status, at, by, missing) ON public.order_step TO :"packer";
GRANT UPDATE (version, stock) ON public.product TO :"packer";
GRANT UPDATE (version, order_id, gone_at) ON public.enclosure TO :"packer";
GRANT INSERT (version, packer_id, kind, key, at) ON public.reading TO :"packer";
GRANT INSERT (
    version, at, kind, design, stock, by, file, sha256, cards, sheets, printer, kept_until, again, choices, job, outcome
), UPDATE (version, job, outcome) ON public.print_run TO :"packer";
GRANT INSERT (id, version, run_id, order_id, customer_id, relative_id, kind, title, card, sheet, place, product)
    ON public.print_item TO :"packer";
GRANT INSERT (at, actor, title, topics, undoes, undoable) ON public.change_log TO :"packer";
GRANT INSERT (change_id, tbl, op, first_id, last_id, columns, before) ON public.journal TO :"packer";
-- rows that come many at once draw their numbers before they are written
GRANT INSERT (id) ON public.order_step TO :"packer";
GRANT USAGE ON SEQUENCE public.order_step_id_seq, public.print_item_id_seq TO :"packer";

-- 5. The bench sees and writes these rows. ----------------------------------------------------------------------------

-- Every table on which it has a right to some rows only; the owner and the backup see all of them.
DO $$
DECLARE
    name text;
    owner text := current_database() || '_owner';
    backup text := current_database() || '_backup';
    old record;
BEGIN
    FOR old IN
        SELECT p.polname, c.relname FROM pg_catalog.pg_policy AS p
        JOIN pg_catalog.pg_class AS c ON c.oid = p.polrelid AND c.relnamespace = 'public'::regnamespace
    LOOP
        EXECUTE format('DROP POLICY %I ON public.%I', old.polname, old.relname);
    END LOOP;
    FOREACH name IN ARRAY ARRAY[
        'customer', 'orders', 'order_line', 'order_step', 'setting', 'print_run', 'print_item', 'change_log', 'journal',
        'enclosure', 'voucher'
    ] LOOP
        EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY owner_all ON public.%I TO %I USING (true) WITH CHECK (true)', name, owner);
        EXECUTE format('CREATE POLICY backup_all ON public.%I FOR SELECT TO %I USING (true)', name, backup);
    END LOOP;
END
$$;

-- Steps of these two days: they say which orders were packed a moment ago, so that one can take that back or scan a
-- tracking number. `at` is the shop's local time, hence the day more.
CREATE POLICY packer_sees ON public.order_step FOR SELECT TO :"packer"
    USING (at COLLATE "C" >= to_char(now() - interval '2 days', 'YYYY-MM-DD'));

-- Open orders, and those packed or shipped whose packing is not older than that.
CREATE POLICY packer_sees ON public.orders FOR SELECT TO :"packer"
    USING (
        status IN ('new', 'paid', 'packing')
        OR (
            status IN ('packed', 'shipped')
            AND EXISTS (SELECT FROM public.order_step AS s WHERE s.order_id = orders.id AND s.status = 'packed')
        )
    );
CREATE POLICY packer_writes ON public.orders FOR UPDATE TO :"packer"
    USING (
        status IN ('new', 'paid', 'packing')
        OR (
            status IN ('packed', 'shipped')
            AND EXISTS (SELECT FROM public.order_step AS s WHERE s.order_id = orders.id AND s.status = 'packed')
        )
    )
    WITH CHECK (status IN ('new', 'paid', 'packing', 'packed', 'shipped'));

-- A step is noted for an order that is seen, now: an old one would else be brought into sight by a made-up step.
CREATE POLICY packer_adds ON public.order_step FOR INSERT TO :"packer"
    WITH CHECK (
        status IN ('new', 'paid', 'packing', 'packed')
        AND at COLLATE "C" BETWEEN to_char(now() - interval '2 days', 'YYYY-MM-DD')
            AND to_char(now() + interval '2 days', 'YYYY-MM-DD')
        AND EXISTS (SELECT FROM public.orders AS o WHERE o.id = order_step.order_id)
    );

CREATE POLICY packer_sees ON public.order_line FOR SELECT TO :"packer"
    USING (EXISTS (SELECT FROM public.orders AS o WHERE o.id = order_line.order_id));
CREATE POLICY packer_sees ON public.customer FOR SELECT TO :"packer"
    USING (EXISTS (SELECT FROM public.orders AS o WHERE o.customer_id = customer.id));

-- Papers that wait for a parcel of somebody whose orders it sees, and those that went with one of these. It notes in
-- which of their own parcels they lie, and that they are gone.
CREATE POLICY packer_sees ON public.enclosure FOR SELECT TO :"packer"
    USING (
        EXISTS (SELECT FROM public.orders AS o WHERE o.id = enclosure.order_id)
        OR gone_at = '' AND EXISTS (SELECT FROM public.orders AS o WHERE o.customer_id = enclosure.customer_id)
    );
CREATE POLICY packer_writes ON public.enclosure FOR UPDATE TO :"packer"
    USING (
        EXISTS (SELECT FROM public.orders AS o WHERE o.id = enclosure.order_id)
        OR gone_at = '' AND EXISTS (SELECT FROM public.orders AS o WHERE o.customer_id = enclosure.customer_id)
    )
    WITH CHECK (
        EXISTS (
            SELECT FROM public.orders AS o
            WHERE o.id = enclosure.order_id AND o.customer_id = enclosure.customer_id
        )
    );
CREATE POLICY packer_sees ON public.voucher FOR SELECT TO :"packer"
    USING (EXISTS (SELECT FROM public.enclosure AS e WHERE e.voucher_id = voucher.id));

-- Settings by the kinds that papers and rules of packing need; passwords and keys are of none of them.
CREATE POLICY packer_sees ON public.setting FOR SELECT TO :"packer"
    USING (split_part(key, '.', 1) IN ('shop', 'paper', 'promise', 'people', 'packing', 'bench'));

CREATE POLICY packer_sees ON public.print_run FOR SELECT TO :"packer"
    USING (at COLLATE "C" >= to_char(now() - interval '2 days', 'YYYY-MM-DD'));
CREATE POLICY packer_adds ON public.print_run FOR INSERT TO :"packer" WITH CHECK (true);
CREATE POLICY packer_writes ON public.print_run FOR UPDATE TO :"packer"
    USING (at COLLATE "C" >= to_char(now() - interval '2 days', 'YYYY-MM-DD'));
CREATE POLICY packer_sees ON public.print_item FOR SELECT TO :"packer"
    USING (EXISTS (SELECT FROM public.orders AS o WHERE o.id = print_item.order_id));
CREATE POLICY packer_adds ON public.print_item FOR INSERT TO :"packer"
    WITH CHECK (relative_id IS NULL AND EXISTS (SELECT FROM public.orders AS o WHERE o.id = print_item.order_id));

-- A line of the log for what the bench does itself; it never takes back what somebody else did.
CREATE POLICY packer_sees ON public.change_log FOR SELECT TO :"packer" USING (true);
CREATE POLICY packer_adds ON public.change_log FOR INSERT TO :"packer" WITH CHECK (undoes IS NULL);

-- What Undo reads is carried out later with the owner's rights: the bench notes only what it may do itself, for the
-- change that this very connection began, what stands in an order before it writes it, and rows as new only where
-- that change wrote them.
CREATE POLICY packer_adds ON public.journal FOR INSERT TO :"packer"
    WITH CHECK (
        change_id = currval('public.change_log_id_seq')
        AND CASE tbl || ' ' || op
            WHEN 'orders U' THEN
                string_to_array(columns, ',') <@ ARRAY[
                    'number', 'status', 'paid', 'tracking', 'set_aside', 'packed_by', 'thank_you_printed', 'insert_printed'
                ]
                AND first_id = last_id
                AND before::jsonb = (
                    SELECT jsonb_agg(
                        jsonb_build_object(
                            'number', o.number, 'status', o.status, 'paid', o.paid, 'tracking', o.tracking,
                            'set_aside', o.set_aside, 'packed_by', o.packed_by,
                            'thank_you_printed', o.thank_you_printed, 'insert_printed', o.insert_printed
                        ) -> noted.name ORDER BY noted.place
                    )
                    FROM public.orders AS o,
                        unnest(string_to_array(journal.columns, ',')) WITH ORDINALITY AS noted (name, place)
                    WHERE o.id = journal.first_id
                )
            WHEN 'enclosure U' THEN
                string_to_array(columns, ',') <@ ARRAY['order_id', 'gone_at']
                AND first_id = last_id
                AND before::jsonb = (
                    SELECT jsonb_agg(
                        jsonb_build_object('order_id', e.order_id, 'gone_at', e.gone_at) -> noted.name
                        ORDER BY noted.place
                    )
                    FROM public.enclosure AS e,
                        unnest(string_to_array(journal.columns, ',')) WITH ORDINALITY AS noted (name, place)
                    WHERE e.id = journal.first_id
                )
            WHEN 'product A' THEN columns = 'stock' AND first_id = last_id
            WHEN 'order_step I' THEN
                last_id - first_id + 1 = (
                    SELECT count(*) FROM public.order_step AS s
                    WHERE s.id BETWEEN journal.first_id AND journal.last_id AND s.version = journal.change_id
                )
            WHEN 'print_item I' THEN
                last_id - first_id + 1 = (
                    SELECT count(*) FROM public.print_item AS i
                    WHERE i.id BETWEEN journal.first_id AND journal.last_id AND i.version = journal.change_id
                )
            WHEN 'reading I' THEN
                last_id - first_id + 1 = (
                    SELECT count(*) FROM public.reading AS r
                    WHERE r.id BETWEEN journal.first_id AND journal.last_id AND r.version = journal.change_id
                )
            ELSE false
        END
    );

-- 6. From one state of an order to another the bench goes only by packing, and back; what is paid stays as it is. -----

CREATE OR REPLACE FUNCTION public.cordial_packing_only() RETURNS trigger
LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION 'the bench does not move an order from “%” to “%”, nor mark it paid', OLD.status, NEW.status
        USING ERRCODE = 'insufficient_privilege';
END
$$;
ALTER FUNCTION public.cordial_packing_only() OWNER TO :"migrator";
REVOKE ALL ON FUNCTION public.cordial_packing_only() FROM PUBLIC;

DROP TRIGGER IF EXISTS orders_packing_only ON public.orders;
CREATE TRIGGER orders_packing_only BEFORE UPDATE OF status, paid ON public.orders FOR EACH ROW
    WHEN (
        (
            OLD.paid IS DISTINCT FROM NEW.paid
            OR OLD.status IS DISTINCT FROM NEW.status
            AND NOT (OLD.status IN ('new', 'paid', 'packing') AND NEW.status IN ('packing', 'packed'))
            AND NOT (OLD.status IN ('packing', 'packed') AND NEW.status IN ('new', 'paid', 'packing'))
        )
        AND NOT pg_catalog.pg_has_role(current_user, :'owner', 'USAGE')
        AND NOT pg_catalog.pg_has_role(current_user, :'migrator', 'USAGE')
    )
    EXECUTE FUNCTION public.cordial_packing_only();

COMMIT;
