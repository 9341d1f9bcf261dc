using Pipeline.Parsing.Dates;

namespace Pipeline.Tests.Parsing.Dates;

public class DateParserTests
{
    [Theory]
    [InlineData("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z")]
    [InlineData("Thu, 1 Jan 2004 19:48 EST", "2004-01-02T00:48:00Z")]
    [InlineData("01 Jan 04 19:48:21 +0530", "2004-01-01T14:18:21Z")]
    [InlineData("Thu 01 Jan 99 19:48:21 PDT", "1999-01-02T02:48:21Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 +01:00", "2004-01-01T18:48:21Z")]
    [InlineData("Thu, 01 January 2004 19:48:21 GMT+0100 (Central European Time)", "2004-01-01T18:48:21Z")]
    [InlineData("Thu Jan  1 19:48:21 2004", "2004-01-01T19:48:21Z")]
    [InlineData("Thu Jan 1 19:48:21 UTC 2004", "2004-01-01T19:48:21Z")]
    [InlineData("Thursday, January 1, 2004 7:48 PM", "2004-01-01T19:48:00Z")]
    [InlineData("Jan 1st, 2004", "2004-01-01T00:00:00Z")]
    [InlineData("2 Jan 2004", "2004-01-02T00:00:00Z")]
    [InlineData("Thu,01-Jan-04 9:8:7 GMT", "2004-01-01T09:08:07Z")]
    [InlineData("Thu, 01 Jan 2004 23:59:60 GMT", "2004-01-01T23:59:59Z")]
    [InlineData("7:48 PM, January 1, 2004", "2004-01-01T19:48:00Z")]
    [InlineData("19:48 1 January 2004", "2004-01-01T19:48:00Z")]
    [InlineData("Published: 01.01.2004 19:48", "2004-01-01T19:48:00Z")]
    [InlineData("January 1, 2004 at 2:15 PM PT", "2004-01-01T22:15:00Z")]
    [InlineData("July 1, 2004 at 2:15 PM PT", "2004-07-01T21:15:00Z")]
    [InlineData("July 1, 2004, 9:15 a.m. ET", "2004-07-01T13:15:00Z")]
    [InlineData("July 1, 2004 9:15 AM Eastern Time", "2004-07-01T13:15:00Z")]
    [InlineData("1 Июля 2004 г. 10:00 МСК", "2004-07-01T07:00:00Z")]
    [InlineData("1 Temmuz 2004 Perşembe 10:00", "2004-07-01T10:00:00Z")]
    [InlineData("Sen, 02 Agt 2004 10:00:00 WIB", "2004-08-02T03:00:00Z")]
    [InlineData("1. júla 2004 o 10:00", "2004-07-01T10:00:00Z")]
    [InlineData("dl., 02 ag. 2004 10:00:00 +0200", "2004-08-02T08:00:00Z")]
    [InlineData("2004(e)ko uztailaren 1a, 10:00", "2004-07-01T10:00:00Z")]
    [InlineData("1 Th7 2004 10:00", "2004-07-01T10:00:00Z")]
    public void Mail_dates_and_their_relatives_are_read(string text, string expected) => Reads(text, expected);

    [Theory]
    [InlineData("2003", "2003-01-01T00:00:00Z")]
    [InlineData("2003-12", "2003-12-01T00:00:00Z")]
    [InlineData("2003-12-31", "2003-12-31T00:00:00Z")]
    [InlineData("20031231", "2003-12-31T00:00:00Z")]
    [InlineData("2003-12-31T10:14Z", "2003-12-31T10:14:00Z")]
    [InlineData("2003-12-31T10:14:55Z", "2003-12-31T10:14:55Z")]
    [InlineData("2003-12-31T10:14:55.123456-08:00", "2003-12-31T18:14:55Z")]
    [InlineData("20031231T101455Z", "2003-12-31T10:14:55Z")]
    [InlineData("20031231101455", "2003-12-31T10:14:55Z")]
    [InlineData("2003-12-31 10:14:55 +0800", "2003-12-31T02:14:55Z")]
    [InlineData("2003-12-31T24:00:00Z", "2004-01-01T00:00:00Z")]
    [InlineData("2003-335", "2003-12-01T00:00:00Z")]
    [InlineData("2003335", "2003-12-01T00:00:00Z")]
    [InlineData("2004-W53-6", "2005-01-01T00:00:00Z")]
    [InlineData("2003-12-31T10:14:55.000+00:00Z", "2003-12-31T10:14:55Z")]
    [InlineData("2003-12-31T10:14:55−08:00", "2003-12-31T18:14:55Z")]
    [InlineData("2004-07-08 23:56:58.0", "2004-07-08T23:56:58Z")]
    [InlineData("2026/11/23 08:05:00", "2026-11-23T08:05:00Z")]
    [InlineData("2026-1-5 8:05", "2026-01-05T08:05:00Z")]
    [InlineData("2003-12-31T10Z", "2003-12-31T10:00:00Z")]
    [InlineData("2003-12-31T10:14,5Z", "2003-12-31T10:14:00Z")]
    [InlineData("2003-12-31_10:14:55", "2003-12-31T10:14:55Z")]
    [InlineData("2003-12-31 10:14:55.123 +0000 UTC m=+0.01", "2003-12-31T10:14:55Z")]
    [InlineData("2003-W05", "2003-01-27T00:00:00Z")]
    public void Iso_dates_are_read_in_every_precision(string text, string expected) => Reads(text, expected);

    [Theory]
    [InlineData("Donnerstag, 1. Januar 2004, 19:48 Uhr", "2004-01-01T19:48:00Z")]
    [InlineData("Do, 22 Dez 2016 17:36:00 +0000", "2016-12-22T17:36:00Z")]
    [InlineData("Fr., 1. März 2024 um 08:15 MEZ", "2024-03-01T07:15:00Z")]
    [InlineData("23.11.2026 08:05", "2026-11-23T08:05:00Z")]
    [InlineData("jeudi 1er janvier 2004 à 19h48", "2004-01-01T19:48:00Z")]
    [InlineData("mar., 5 août 2025 10:00:00 +0200", "2025-08-05T08:00:00Z")]
    [InlineData("mar, 05 ene 2021 10:00:00 +0000", "2021-01-05T10:00:00Z")]
    [InlineData("5 de septiembre de 2024", "2024-09-05T00:00:00Z")]
    [InlineData("5 de março de 2024 às 14:30", "2024-03-05T14:30:00Z")]
    [InlineData("Ter, 05 Fev 2024 14:30:00 -0300", "2024-02-05T17:30:00Z")]
    [InlineData("giovedì 7 luglio 2022 ore 9:05", "2022-07-07T09:05:00Z")]
    [InlineData("do 3 mrt 2022 09:05", "2022-03-03T09:05:00Z")]
    [InlineData("5 мая 2024 г., 14:30", "2024-05-05T14:30:00Z")]
    [InlineData("Вт, 05 мар 2024 14:30:00 +0300", "2024-03-05T11:30:00Z")]
    [InlineData("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00Z")]
    [InlineData("11 Μαΐου 2024", "2024-05-11T00:00:00Z")]
    [InlineData("2004-július-13T9:15-05:00", "2004-07-13T14:15:00Z")]
    [InlineData("2024. január 5. 10:15", "2024-01-05T10:15:00Z")]
    [InlineData("2026年11月23日 08:05:10", "2026-11-23T08:05:10Z")]
    [InlineData("2026年11月23日 星期一 下午3:05", "2026-11-23T15:05:00Z")]
    [InlineData("2026年1月5日(月) 8時05分", "2026-01-05T08:05:00Z")]
    [InlineData("2004년 05월 28일  01:31:15", "2004-05-28T01:31:15Z")]
    [InlineData("2004-05-25 오후 11:23:17", "2004-05-25T23:23:17Z")]
    [InlineData("2003년 12월 31일 오후 10시 14분", "2003-12-31T22:14:00Z")]
    [InlineData("2003年12月", "2003-12-01T00:00:00Z")]
    [InlineData("Mittwoch, den 31. Dezember 2003, 10.14 Uhr", "2003-12-31T10:14:00Z")]
    [InlineData("3. Jänner 2004", "2004-01-03T00:00:00Z")]
    [InlineData("31 déc. 2003 à 10 h 14", "2003-12-31T10:14:00Z")]
    [InlineData("31 de diciembre de 2003 a las 10:14", "2003-12-31T10:14:00Z")]
    [InlineData("31/dez/2003 10h14", "2003-12-31T10:14:00Z")]
    [InlineData("1° gennaio 2004 alle 9:05", "2004-01-01T09:05:00Z")]
    [InlineData("woensdag 31 december 2003 om 10:14 uur", "2003-12-31T10:14:00Z")]
    [InlineData("среда, 31 декабря 2003 года в 10:14", "2003-12-31T10:14:00Z")]
    [InlineData("31 Δεκεμβρίου 2003 10:14 μ.μ.", "2003-12-31T22:14:00Z")]
    [InlineData("2003. december 31., szerda 10:14", "2003-12-31T10:14:00Z")]
    [InlineData("31 Aralık 2003 10:14", "2003-12-31T10:14:00Z")]
    [InlineData("31. prosince 2003", "2003-12-31T00:00:00Z")]
    public void Month_names_are_read_in_many_languages(string text, string expected) => Reads(text, expected);

    [Theory]
    [InlineData("Ke, 30 Lok 2013 11:34:37 +0000", "2013-10-30T11:34:37Z")]
    [InlineData("3. helmikuuta 2026 klo 9.15", "2026-02-03T09:15:00Z")]
    [InlineData("月, 10 2月 2025 10:00:00 +0900", "2025-02-10T01:00:00Z")]
    [InlineData("Th 2, 10 thg 2 2025 10:00:00 +0700", "2025-02-10T03:00:00Z")]
    [InlineData("월, 10 2월 2025 10:00:00 +0900", "2025-02-10T01:00:00Z")]
    [InlineData("星期一, 10 二月 2025 10:00:00 +0800", "2025-02-10T02:00:00Z")]
    [InlineData("二〇二六年二月二十三日", "2026-02-23T00:00:00Z")]
    [InlineData("令和8年2月3日 9時15分", "2026-02-03T09:15:00Z")]
    [InlineData("平成元年12月3日", "1989-12-03T00:00:00Z")]
    [InlineData("中華民國115年2月3日", "2026-02-03T00:00:00Z")]
    [InlineData("3 בפברואר 2026, 09:15", "2026-02-03T09:15:00Z")]
    [InlineData("3 فبراير 2026 - 09:15 م", "2026-02-03T21:15:00Z")]
    [InlineData("٣ شباط ٢٠٢٦", "2026-02-03T00:00:00Z")]
    [InlineData("3 تشرين الثاني 2026", "2026-11-03T00:00:00Z")]
    [InlineData("۱۴ بهمن ۱۴۰۴ - ۰۹:۱۵", "2026-02-03T09:15:00Z")]
    [InlineData("1404/11/14 09:15", "2026-02-03T09:15:00Z")]
    [InlineData("3 กุมภาพันธ์ 2569 09:15 น.", "2026-02-03T09:15:00Z")]
    [InlineData("3 ก.พ. 2569", "2026-02-03T00:00:00Z")]
    [InlineData("3 มี.ค. 2569 เวลา 09:15 น.", "2026-03-03T09:15:00Z")]
    [InlineData("3 फरवरी 2026, 09:15", "2026-02-03T09:15:00Z")]
    [InlineData("২৯ আগস্ট ২০২০", "2020-08-29T00:00:00Z")]
    [InlineData("ngày 3 tháng 2 năm 2026", "2026-02-03T00:00:00Z")]
    [InlineData("Thứ ba, 3 tháng 2, 2026, 09:15 (GMT+7)", "2026-02-03T02:15:00Z")]
    [InlineData("3 февруари 2026, 09:15", "2026-02-03T09:15:00Z")]
    [InlineData("3. veebruar 2026 09:15", "2026-02-03T09:15:00Z")]
    [InlineData("3. veljače 2026. u 09:15", "2026-02-03T09:15:00Z")]
    [InlineData("2026 m. vasario 3 d. 09:15", "2026-02-03T09:15:00Z")]
    [InlineData("2026. gada 3. februāris", "2026-02-03T00:00:00Z")]
    [InlineData("2026 жылғы 17 қыркүйек 8:40", "2026-09-17T08:40:00Z")]
    [InlineData("2026ko ekainaren 9a, 18:20", "2026-06-09T18:20:00Z")]
    [InlineData("Thứ 5, 12 Tháng 11 2026 07:30:00 +0700", "2026-11-12T00:30:00Z")]
    [InlineData("2026 оны 6-р сарын 9", "2026-06-09T00:00:00Z")]
    [InlineData("9 Meitheamh 2026", "2026-06-09T00:00:00Z")]
    [InlineData("21 Gorffennaf 2026 10:05", "2026-07-21T10:05:00Z")]
    [InlineData("18 அக்டோபர் 2026", "2026-10-18T00:00:00Z")]
    [InlineData("18 డిసెంబర్ 2026", "2026-12-18T00:00:00Z")]
    [InlineData("4 जानेवारी 2026", "2026-01-04T00:00:00Z")]
    [InlineData("7 de xullo de 2026", "2026-07-07T00:00:00Z")]
    [InlineData("3. фебруар 2026. 09:15", "2026-02-03T09:15:00Z")]
    [InlineData("3 de febrer de 2026", "2026-02-03T00:00:00Z")]
    [InlineData("3 d’abril de 2026", "2026-04-03T00:00:00Z")]
    [InlineData("3 Ogos 2026", "2026-08-03T00:00:00Z")]
    [InlineData("Mar 3, 2026", "2026-03-03T00:00:00Z")]
    public void Other_calendars_numerals_and_languages_are_read(string text, string expected) => Reads(text, expected);

    [Theory]
    [InlineData("hr", 10)]
    [InlineData("pl", 11)]
    public void A_month_that_two_languages_share_is_read_in_the_languages_own_way(string language, int month) =>
        Assert.Equal(month, DateParser.Parse("3. listopada 2025", TimeZoneInfo.Utc, new DateHints(language))!.At.Month);

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 4)]
    public void Two_numbers_that_could_both_be_the_month_are_read_in_the_order_that_is_told(bool isMonthFirst, int month) =>
        Assert.Equal(month, DateParser.Parse("03/04/2024", TimeZoneInfo.Utc, new DateHints(IsMonthFirst: isMonthFirst))!.At.Month);

    [Theory]
    [InlineData("By Ida Vance | 3rd Feb 2026, 9:15 am | 4 minutes", "2026-02-03T09:15")]
    [InlineData("Stowick, 03.02.2026 - 9.15 Uhr, aktualisiert am 4. Februar 2026", "2026-02-03T09:15 2026-02-04T00:00")]
    [InlineData("2026年02月03日 09:15　来源：晨报　记者：王立", "2026-02-03T09:15")]
    [InlineData("Posted on June 3, 2020 by Tom", "2020-06-03T00:00")]
    [InlineData("Version 1.2.3 of 2019", "")]
    public void Dates_are_found_among_other_words(string line, string expected) =>
        Assert.Equal(
            expected, string.Join(' ', DateParser.FindIn(line, TimeZoneInfo.Utc, DateHints.None).Select(
                found => found.Date.At.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("UT", "10:00")]
    [InlineData("Z", "10:00")]
    [InlineData("GMT+1", "09:00")]
    [InlineData("UTC-03:30", "13:30")]
    [InlineData("+1", "09:00")]
    [InlineData("+0530", "04:30")]
    [InlineData("CEST", "08:00")]
    [InlineData("PDT", "17:00")]
    [InlineData("MSK", "07:00")]
    [InlineData("JST", "01:00")]
    [InlineData("HKT", "02:00")]
    [InlineData("HST", "20:00")]
    [InlineData("AEST", "00:00")]
    [InlineData("Pacific Standard Time", "18:00")]
    [InlineData("Central European Summer Time", "08:00")]
    [InlineData("America/New_York", "15:00")]
    [InlineData("Europe/Berlin", "09:00")]
    [InlineData("Etc/GMT", "10:00")]
    [InlineData("-0500 EST", "15:00")]
    [InlineData("+01:00[Europe/Paris]", "09:00")]
    public void Zones_are_read_by_name_and_by_offset(string zone, string expected)
    {
        Reads($"Thu, 15 Jan 2004 10:00:00 {zone}", $"2004-01-15T{expected}:00Z");
        Assert.False(DateParser.Parse($"2004-01-15 10:00 {zone}", TimeZoneInfo.Utc)!.ZoneIsAssumed);
    }

    [Theory]
    [InlineData("XYZ")]
    [InlineData("-0000")]
    [InlineData("Nowhere/Land")]
    public void A_zone_that_says_nothing_is_assumed(string zone) =>
        Assert.True(DateParser.Parse($"Thu, 15 Jan 2004 10:00:00 {zone}", TimeZoneInfo.Utc)!.ZoneIsAssumed);

    [Theory]
    [InlineData("1700000000.5", "2023-11-14T22:13:20Z")]
    [InlineData("1700000000000000", "2023-11-14T22:13:20Z")]
    [InlineData("1700000000", "2023-11-14T22:13:20Z")]
    [InlineData("1700000000000", "2023-11-14T22:13:20Z")]
    public void Unix_time_is_read_in_seconds_and_its_parts(string text, string expected) => Reads(text, expected);

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("soon")]
    [InlineData("42")]
    [InlineData("2004-02-30")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("31 Feb 2004 10:00 GMT")]
    [InlineData("2004-01-01T25:00:00Z")]
    [InlineData("2004-13-01")]
    [InlineData("03/04/2024")]
    [InlineData("Thu, 01 Foo 2004 19:48:21 GMT")]
    [InlineData("2004-01-01 or perhaps the day after")]
    public void What_cannot_be_read_is_no_date(string text) => Assert.Null(DateParser.Parse(text, TimeZoneInfo.Utc));

    [Theory]
    [InlineData("By Ida Vance, July 1, 2004, 9:15 a.m. ET", "2004-07-01T13:15:00Z")]
    [InlineData("Publié le 1 juillet 2004 à 9:15 et relu par Zoé Petit", "2004-07-01T09:15:00Z")]
    public void The_zone_of_a_line_is_no_word_of_it(string line, string expected) => Assert.Equal(
        DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
        Assert.Single(DateParser.FindIn(line, TimeZoneInfo.Utc, DateHints.None)).Date.At);

    [Fact]
    public void The_zone_of_the_source_counts_where_the_text_names_none()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        Assert.Equal(new DateTimeOffset(2026, 7, 1, 6, 0, 0, TimeSpan.Zero), DateParser.Parse("2026-07-01 08:00", berlin)!.At);
        Assert.True(DateParser.Parse("2026-07-01 08:00", berlin)!.ZoneIsAssumed);
        Assert.False(DateParser.Parse("2026-07-01 08:00 CEST", berlin)!.ZoneIsAssumed);
    }

    [Fact]
    public void A_date_keeps_the_text_that_it_was_read_from() =>
        Assert.Equal("Thu, 01 Jan 2004 19:48:21 GMT", DateParser.Parse(" Thu, 01 Jan 2004 19:48:21 GMT\n", TimeZoneInfo.Utc)!.AsWritten);

    private static void Reads(string text, string expected)
    {
        var at = DateParser.Parse(text, TimeZoneInfo.Utc)?.At;
        Assert.Equal(expected, at?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
    }
}
