package io.mainswatch.cloud.account;

import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sites in the database. */
public final class Sites {

    private final JdbcClient sql;

    public Sites(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    /** Adds the site, or gives a known one its new name and zone. */
    public void put(Site site) {
        sql.sql("insert into site (thing, name, zone) values (:thing, :name, :zone)"
                        + " on conflict (thing) do update"
                        + " set name = excluded.name, zone = excluded.zone, updated_at = now()")
                .param("thing", site.thing())
                .param("name", site.name())
                .param("zone", site.zone().getId())
                .update();
    }

    /** All sites by thing. */
    public List<Site> list() {
        return sql.sql("select thing, name, zone from site order by thing")
                .query((row, number) ->
                        new Site(row.getString("thing"), row.getString("name"), ZoneId.of(row.getString("zone"))))
                .list();
    }
}
